package co.anb.showcase.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import co.anb.showcase.domain.media.MediaStore.Stored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    assertThat(store.delete(id, MediaKind.ORIGINAL)).isTrue();
    assertThat(store.delete(id, MediaKind.ORIGINAL)).isFalse();
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
  void aFolderOrALinkAmongHalfWrittenFilesStopsNothing() throws Exception {
    Files.writeString(root.resolve(FileMediaStore.MARKER), UUID.randomUUID().toString());
    var store = new FileMediaStore(root);
    Path left = Files.writeString(store.stage(UUID.randomUUID(), MediaKind.ORIGINAL), "half");
    Path folder = Files.createDirectory(left.resolveSibling("0-folder"));
    Files.createFile(folder.resolve("inside"));
    Path target = Files.writeString(root.resolve("elsewhere"), "precious");
    Path link = Files.createSymbolicLink(left.resolveSibling("1-link"), target);
    for (Path each : List.of(left, folder, target)) {
      Files.setLastModifiedTime(each, FileTime.from(Instant.now().minusSeconds(120)));
    }

    assertThat(store.discardStaged(Duration.ofMinutes(1))).isEqualTo(1);

    assertThat(left).doesNotExist();
    assertThat(folder.resolve("inside")).exists();
    assertThat(link).as("the link itself is young").exists();
    assertThat(target).hasContent("precious");
  }

  @Test
  void listsWhatItHasGivenNamesToAndNothingElse() throws Exception {
    Files.writeString(root.resolve(FileMediaStore.MARKER), UUID.randomUUID().toString());
    var store = new FileMediaStore(root);
    UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a80ab");
    Instant written = Instant.parse("2026-01-02T03:04:05Z");
    for (MediaKind kind : MediaKind.values()) {
      Path staged = Files.writeString(store.stage(id, kind), "clip");
      Files.setLastModifiedTime(staged, FileTime.from(written));
      store.store(staged, id, kind);
    }
    Files.writeString(store.stage(id, MediaKind.ORIGINAL), "being written");
    Files.writeString(store.unfinished(MediaKind.ORIGINAL).resolve(id + ".mp4"), "a piece");
    Path shard = root.resolve("uploaded/ab");
    String name = "01890a5d-ac96-774b-bcce-b302099a81ab.mp4";
    Files.createSymbolicLink(shard.resolve(name), root.resolve(FileMediaStore.MARKER));
    Files.createDirectory(shard.resolve(name.replace("81ab", "82ab")));
    Files.createFile(shard.resolve("notes.txt"));
    Files.createFile(shard.resolve(id + ".mp4.bak"));
    Files.createFile(shard.resolve(id + ".jpg"));
    Files.createFile(shard.resolve(id.toString().toUpperCase(Locale.ROOT) + ".mp4"));
    Files.createFile(shard.resolve("01890a5d-ac96-774b-bcce-b302099a80ff.mp4"));
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    Files.createFile(elsewhere.resolve("01890a5d-ac96-774b-bcce-b302099a80cd.mp4"));
    Files.createSymbolicLink(root.resolve("uploaded/cd"), elsewhere);

    Map<Stored, Instant> listed = new HashMap<>();
    store.list(listed::put);

    assertThat(listed)
        .isEqualTo(
            Arrays.stream(MediaKind.values())
                .collect(Collectors.toMap(kind -> new Stored(id, kind), kind -> written)));
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
