package co.anb.showcase.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.service.upkeep.OrphanedFiles;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which files are deleted because no row knows them, and above all, which are not. */
@ExtendWith(ArquillianExtension.class)
class OrphanedFilesIT {

  private static final Duration DAY = Duration.ofDays(1);

  @Inject private OrphanedFiles orphans;
  @Inject private MediaStore media;
  @Inject private Database database;
  @Resource private ManagedExecutorService threads;

  @Deployment
  static WebArchive application() {
    return Application.named("orphans");
  }

  /** Enough that rows know that the database is the right one. */
  @BeforeEach
  void keepSome() throws SQLException, IOException {
    UUID owner = database.account();
    for (int i = 0; i < 10; i++) {
      old(database.video(owner), MediaKind.ORIGINAL);
    }
    orphans.discard(DAY);
  }

  @Test
  void whatNoRowKnowsIsDeletedOnceItIsOld() throws Exception {
    UUID killed = UUID.randomUUID();
    Path original = old(killed, MediaKind.ORIGINAL);
    Path processed = old(killed, MediaKind.PROCESSED);
    Path poster = old(killed, MediaKind.POSTER);
    Path avatar = old(UUID.randomUUID(), MediaKind.AVATAR);
    Path young = file(UUID.randomUUID(), MediaKind.ORIGINAL, DAY.minusMinutes(1));
    UUID owner = database.account();
    Path known = old(database.video(owner), MediaKind.ORIGINAL);
    Path face = old(owner, MediaKind.AVATAR);
    database.execute("update account set avatar_at = now() where id = '%s'".formatted(owner));

    assertThat(orphans.discard(DAY)).isEqualTo(4);

    assertThat(List.of(original, processed, poster, avatar)).noneMatch(Files::exists);
    assertThat(List.of(young, known, face)).allMatch(Files::exists);
    assertThat(orphans.discard(DAY)).isZero();
  }

  /** The server was killed after the commit and before it deleted the files. */
  @Test
  void filesThatTheirRowCallsDeletedAreDeleted() throws Exception {
    UUID owner = database.account();
    UUID failed = database.video(owner);
    Path failedOriginal = old(failed, MediaKind.ORIGINAL);
    Path failedPoster = old(failed, MediaKind.POSTER);
    UUID withdrawn = database.video(owner);
    Path withdrawnOriginal = old(withdrawn, MediaKind.ORIGINAL);
    Path withdrawnClip = old(withdrawn, MediaKind.PROCESSED);
    Path withdrawnCard = old(withdrawn, MediaKind.SMALL_POSTER);
    Path removedFace = old(owner, MediaKind.AVATAR);
    database.execute(
        "update video set original_deleted_at = now() where id in ('%s', '%s')"
            .formatted(failed, withdrawn));
    database.execute(
        "update video set withdrawn_at = now(), files_deleted_at = now() where id = '%s'"
            .formatted(withdrawn));

    assertThat(orphans.discard(DAY)).isEqualTo(5);

    assertThat(failedPoster).exists();
    assertThat(
            List.of(failedOriginal, withdrawnOriginal, withdrawnClip, withdrawnCard, removedFace))
        .noneMatch(Files::exists);
    assertThat(orphans.discard(DAY)).isZero();
  }

  @Test
  void uploadsThatRunAndForeignFilesAreLeftAlone() throws Exception {
    UUID id = UUID.randomUUID();
    Path running = age(Files.writeString(media.stage(id, MediaKind.ORIGINAL), "half"));
    Path pieces = Files.createDirectories(media.unfinished(MediaKind.ORIGINAL).resolve("a/b"));
    Path piece = age(Files.writeString(pieces.resolve(id + ".mp4"), "a piece"));
    Path orphan = old(id, MediaKind.PROCESSED);
    Path foreign = age(Files.writeString(orphan.resolveSibling("notes.txt"), "whose?"));
    UUID linked = UUID.randomUUID();
    Path link = old(linked, MediaKind.ORIGINAL);
    Files.delete(link);
    Files.createSymbolicLink(link, foreign);

    assertThat(orphans.discard(DAY)).isEqualTo(1);

    assertThat(orphan).doesNotExist();
    assertThat(List.of(running, piece, foreign, link)).allMatch(Files::exists);
    Files.delete(link);
  }

  /** The file is old, since it arrived in pieces or the clock of the mount is wrong. */
  @Test
  void aRowThatAppearsLateSavesItsFile() throws Exception {
    UUID owner = database.account();
    UUID late = UUID.randomUUID();
    Path file = old(late, MediaKind.ORIGINAL);
    database.execute(
        "begin; insert into video (id, owner_id, title, status, uploaded_at, source_bytes,"
            + " source_duration_ms, source_width, source_height)"
            + " values ('%s', '%s', 'Tarde', 'UPLOADED', now(), 1, 1, 1, 1);".formatted(late, owner)
            + " prepare transaction 'late'");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                database.count(
                        "select count(*) from pg_prepared_xacts where gid = 'late'"
                            + " and prepared < clock_timestamp() - interval '1 second'")
                    == 1);
    assertThat(database.count("select count(*) from video where id = '%s'".formatted(late)))
        .isZero();

    assertThat(orphans.discard(DAY)).as("the transaction hangs").isZero();
    assertThat(file).exists();

    database.execute("commit prepared 'late'");
    assertThat(orphans.discard(DAY)).isZero();
    assertThat(file).exists();
  }

  @Test
  void anotherDatabaseDeletesNothing() throws Exception {
    List<Path> files = new ArrayList<>();
    int known = database.count("select count(*) from video");
    for (int i = 0; i < known + 10; i++) {
      files.add(old(UUID.randomUUID(), MediaKind.ORIGINAL));
    }

    assertThat(orphans.discard(DAY)).isZero();

    assertThat(files).allMatch(Files::exists);
    for (Path each : files) {
      Files.delete(each);
    }
  }

  @Test
  void serversThatSweepAtTheSameTimeDeleteEachFileOnce() throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      files.add(old(UUID.randomUUID(), MediaKind.ORIGINAL));
    }

    List<Future<Integer>> servers = new ArrayList<>();
    for (int server = 0; server < 4; server++) {
      servers.add(threads.submit(() -> orphans.discard(DAY)));
    }
    int deleted = 0;
    for (Future<Integer> each : servers) {
      deleted += each.get(30, TimeUnit.SECONDS);
    }

    assertThat(deleted).isEqualTo(files.size());
    assertThat(files).noneMatch(Files::exists);
  }

  private Path old(UUID id, MediaKind kind) throws IOException {
    return file(id, kind, DAY.plusMinutes(1));
  }

  private Path file(UUID id, MediaKind kind, Duration age) throws IOException {
    Path staged = Files.writeString(media.stage(id, kind), "bytes");
    media.store(staged, id, kind);
    Path file = media.find(id, kind).orElseThrow();
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    return file;
  }

  private static Path age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(DAY).minusSeconds(60)));
    return file;
  }
}
