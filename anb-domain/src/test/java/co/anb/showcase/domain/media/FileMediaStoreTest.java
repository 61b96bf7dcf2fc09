package co.anb.showcase.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMediaStoreTest {

  @TempDir Path root;

  @Test
  void showsAFileOnlyOnceItIsStored() throws Exception {
    UUID marker = UUID.randomUUID();
    Files.writeString(root.resolve(FileMediaStore.MARKER), marker + "\n");
    var store = new FileMediaStore(root);
    assertThat(store.marker()).isEqualTo(marker);
    UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a80ab");

    Path staged = store.stage(id, MediaKind.ORIGINAL);
    Files.writeString(staged, "clip");
    assertThat(store.find(id, MediaKind.ORIGINAL)).isEmpty();

    store.store(staged, id, MediaKind.ORIGINAL);
    assertThat(store.find(id, MediaKind.ORIGINAL))
        .contains(root.resolve("uploaded/ab/01890a5d-ac96-774b-bcce-b302099a80ab.mp4"))
        .get()
        .satisfies(file -> assertThat(file).hasContent("clip"));
    assertThat(staged).doesNotExist();

    store.delete(id, MediaKind.ORIGINAL);
    store.delete(id, MediaKind.ORIGINAL);
    assertThat(store.find(id, MediaKind.ORIGINAL)).isEmpty();
  }

  @Test
  void discardsWhatWasLeftHalfWritten() throws Exception {
    Files.writeString(root.resolve(FileMediaStore.MARKER), UUID.randomUUID().toString());
    var store = new FileMediaStore(root);
    Path left = Files.writeString(store.stage(UUID.randomUUID(), MediaKind.ORIGINAL), "half");
    Path fresh = Files.writeString(store.stage(UUID.randomUUID(), MediaKind.PROCESSED), "half");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(120)));

    assertThat(store.discardStaged(Duration.ofMinutes(1))).isEqualTo(1);

    assertThat(left).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void takesANameAwayAgain() throws Exception {
    Files.writeString(root.resolve(FileMediaStore.MARKER), UUID.randomUUID().toString());
    var store = new FileMediaStore(root);
    UUID id = UUID.randomUUID();
    Path staged = Files.writeString(store.stage(id, MediaKind.ORIGINAL), "clip");
    store.store(staged, id, MediaKind.ORIGINAL);

    store.withdraw(id, MediaKind.ORIGINAL, staged);

    assertThat(store.find(id, MediaKind.ORIGINAL)).isEmpty();
    assertThat(staged).hasContent("clip");
  }

  @Test
  void leavesAloneWhatArrivesInPieces() throws Exception {
    Files.writeString(root.resolve(FileMediaStore.MARKER), UUID.randomUUID().toString());
    var store = new FileMediaStore(root);
    Path piece =
        Files.writeString(store.unfinished(MediaKind.ORIGINAL).resolve("piece"), "a piece");
    Files.setLastModifiedTime(piece, FileTime.from(Instant.now().minusSeconds(120)));

    assertThat(store.discardStaged(Duration.ofMinutes(1))).isZero();

    assertThat(piece).exists().startsWith(root.resolve("uploaded"));
  }

  @Test
  void refusesAFolderThatIsNotTheMount() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new FileMediaStore(root))
        .withMessageContaining(FileMediaStore.MARKER)
        .withMessageContaining("anb.media.root");
  }

  @Test
  void refusesAMarkerWithoutAnIdentity() throws Exception {
    Files.createFile(root.resolve(FileMediaStore.MARKER));

    assertThatIllegalStateException()
        .isThrownBy(() -> new FileMediaStore(root))
        .withMessageContaining("UUID");
  }

  @Test
  void refusesARootThatCannotBeWritten() throws Exception {
    Files.writeString(root.resolve(FileMediaStore.MARKER), UUID.randomUUID().toString());
    // Permissions would not stop root, who runs many a build.
    Files.createFile(root.resolve("uploaded"));

    assertThatIllegalStateException()
        .isThrownBy(() -> new FileMediaStore(root))
        .withMessageContaining("not writable");
  }
}
