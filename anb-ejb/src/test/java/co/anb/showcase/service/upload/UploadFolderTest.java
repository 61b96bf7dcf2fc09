package co.anb.showcase.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.apache.commons.io.input.BrokenInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {

  private static final Instant EPOCH = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir private Path path;

  private UploadFiles files;
  private UploadFolder folder;

  @BeforeEach
  void open() {
    folder = new UploadFolder(path);
    files = new UploadFiles(path);
    files.setIdFactory(new UuidUploadIdFactory());
  }

  @Test
  void whatArrivesBeforeAConnectionBreaksIsKept() throws Exception {
    UploadInfo upload = begin(100);
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[60]),
            CloseShieldInputStream.wrap(
                new BrokenInputStream(new ProblemException(ProblemCode.UPLOAD_INTERRUPTED))));

    assertThatThrownBy(() -> files.append(upload, broken)).isInstanceOf(ProblemException.class);

    assertThat(files.getUploadInfo(upload.getId()).getOffset()).isEqualTo(60);
  }

  @Test
  void anUploadGoesOnAfterItsServerWasKilledInTheMiddle() throws Exception {
    UploadInfo upload = begin(10);
    // The bytes are there, but nobody came to note it.
    Files.writeString(files.data(upload.getId()), "killed", StandardOpenOption.APPEND);

    UploadInfo found = files.getUploadInfo(upload.getId());
    assertThat(found.getOffset()).isEqualTo(6);
    files.append(found, new ByteArrayInputStream("over".getBytes(StandardCharsets.US_ASCII)));

    try (HeldUpload held = folder.hold(uuid(upload))) {
      assertThat(held.file()).hasContent("killedover");
    }
  }

  @Test
  void anUploadOfWhichOnlyPartWasMadeIsNone() throws Exception {
    UUID id = UUID.randomUUID();
    Files.createDirectories(files.folder().resolve(id.toString()));

    try (HeldUpload held = folder.hold(id)) {
      assertThatThrownBy(held::file).hasMessage(ProblemCode.UPLOAD_NOT_FOUND.detail());
    }
    assertThat(files.getUploadInfo(new UploadId(id))).isNull();
  }

  /** A class that runs code when it is deserialised. */
  private static final class Trap implements Serializable {

    private static final long serialVersionUID = 1;
    private static final AtomicInteger SPRUNG = new AtomicInteger();

    private void readObject(ObjectInputStream source) {
      SPRUNG.incrementAndGet();
    }
  }

  @Test
  void aForgedNoteNeverBecomesAnObject() throws Exception {
    UploadInfo upload = begin(100);
    Path note = files.data(upload.getId()).resolveSibling("info");
    for (Object forged : List.of(new Trap(), new ArrayList<>(List.of(new Trap())), "text")) {
      try (var target = new ObjectOutputStream(Files.newOutputStream(note))) {
        target.writeObject(forged);
      }
      assertThatThrownBy(() -> files.getUploadInfo(upload.getId())).isInstanceOf(IOException.class);
    }
    assertThat(Trap.SPRUNG).hasValue(0);
  }

  @Test
  void nobodyElseTakesAHeldUpload() throws Exception {
    UploadInfo upload = begin(1);
    try (HeldUpload held = folder.hold(uuid(upload))) {
      assertThatThrownBy(held::file).hasMessage(ProblemCode.UPLOAD_INCOMPLETE.detail());
      assertThatThrownBy(() -> new UploadFolder(path).hold(uuid(upload)))
          .hasMessage(ProblemCode.UPLOAD_LOCKED.detail());
    }
    folder.hold(uuid(upload)).close();
  }

  @Test
  void roomIsMadeByWhatHasWaitedLongest() throws Exception {
    UploadInfo first = touched(begin(1), EPOCH.plusSeconds(20));
    touched(begin(1), EPOCH.plusSeconds(10));
    UploadInfo third = touched(begin(1), EPOCH.plusSeconds(30));

    folder.makeRoom(3);

    assertThat(ids()).containsExactlyInAnyOrder(first.getId(), third.getId());
    folder.makeRoom(3);
    assertThat(ids()).hasSize(2);
  }

  @Test
  void whatIsBeingReceivedDoesNotMakeRoom() throws Exception {
    UploadInfo busy = touched(begin(1), EPOCH);
    UploadInfo idle = touched(begin(1), EPOCH.plusSeconds(1));
    try (HeldUpload held = folder.hold(uuid(busy))) {
      folder.makeRoom(2);
      assertThat(ids()).containsExactly(busy.getId()).doesNotContain(idle.getId());
      assertThatThrownBy(() -> folder.makeRoom(1))
          .hasMessage(ProblemCode.TOO_MANY_REQUESTS.detail());
      assertThatThrownBy(held::file).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void whatNobodyGoesOnWithIsDeletedAndSoIsTheFolder() throws Exception {
    UploadInfo old = touched(begin(1), EPOCH);
    UploadInfo young = touched(begin(1), EPOCH.plusSeconds(120));

    assertThat(folder.discardOld(EPOCH.plusSeconds(60))).isEqualTo(1);
    assertThat(ids()).containsExactly(young.getId()).doesNotContain(old.getId());

    Files.setLastModifiedTime(path, FileTime.from(EPOCH));
    assertThat(folder.discardOld(EPOCH.plusSeconds(180))).isEqualTo(1);
    assertThat(path).doesNotExist();
  }

  private UploadInfo begin(long bytes) throws IOException {
    UploadInfo upload = new UploadInfo();
    upload.setLength(bytes);
    return files.create(upload, "owner");
  }

  private UploadInfo touched(UploadInfo upload, Instant time) throws IOException {
    try (Stream<Path> parts = Files.walk(files.folder().resolve(upload.getId().toString()))) {
      for (Path part : parts.toList()) {
        Files.setLastModifiedTime(part, FileTime.from(time));
      }
    }
    return upload;
  }

  private List<UploadId> ids() throws IOException {
    try (Stream<Path> uploads = Files.list(files.folder())) {
      return uploads.map(upload -> new UploadId(upload.getFileName().toString())).toList();
    }
  }

  private static UUID uuid(UploadInfo upload) {
    return UUID.fromString(upload.getId().toString());
  }
}
