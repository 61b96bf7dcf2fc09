package co.anb.showcase.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.db.Schema;
import co.anb.showcase.domain.media.FileMediaStore;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import picocli.CommandLine;

class BackupTest {

  private static final UUID PLAYER = UUID.fromString("01940000-0000-7000-8000-0000000000a1");
  private static final UUID FAN = UUID.fromString("01940000-0000-7000-8000-0000000000a2");
  private static final UUID CLIP = UUID.fromString("01940000-0000-7000-8000-0000000000b1");
  private static final UUID WAITING = UUID.fromString("01940000-0000-7000-8000-0000000000b2");
  private static final String ORIGINAL = MediaStore.relativePath(CLIP, MediaKind.ORIGINAL);

  private static final String VOTED =
      "insert into vote_event (at, kind, video_id, voter_id, network_hash)"
          + " values (now(), 'CAST', '%s', '%s', '\\x01')";

  private static EmbeddedPostgres postgres;

  @TempDir private Path folder;
  private DataSource database;
  private Path media;

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void fill() throws Exception {
    database = emptyDatabase();
    media = Files.createDirectory(folder.resolve("media"));
    Files.writeString(media.resolve(FileMediaStore.MARKER), UUID.randomUUID().toString());
  }

  private static DataSource emptyDatabase() throws SQLException {
    String name = "db" + UUID.randomUUID().toString().replace("-", "");
    run(postgres.getPostgresDatabase(), "create database " + name);
    return postgres.getDatabase("postgres", name);
  }

  /** A player with an avatar, a clip in the contest's form, one that waits, and a fan's vote. */
  private void fillWithContest() throws Exception {
    for (UUID account : new UUID[] {PLAYER, FAN}) {
      run(
          database,
          """
          insert into account (id, email, password_hash, first_name, last_name, city, city_key,
            country, role, created_at)
          values ('%1$s', '%1$s@anb.example', 'hash\\with\ttab', 'Ñandú', 'Prueba', 'Bogotá',
            'bogota', 'Colombia', 'PLAYER', now())
          """
              .formatted(account));
    }
    run(database, "update account set avatar_at = now() where id = '%s'".formatted(PLAYER));
    for (UUID clip : new UUID[] {CLIP, WAITING}) {
      run(
          database,
          """
          insert into video (id, owner_id, title, status, uploaded_at, source_bytes,
            source_duration_ms, source_width, source_height)
          values ('%s', '%s', 'Clip', 'UPLOADED', now(), 1, 2, 3, 4)
          """
              .formatted(clip, PLAYER));
    }
    run(
        database,
        "update video set status = 'PROCESSED', published_at = now() where id = '%s'"
            .formatted(CLIP));
    run(database, "insert into vote values ('%s', '%s', now())".formatted(CLIP, FAN));
    for (MediaKind kind : MediaKind.OF_CLIPS) {
      write(MediaStore.relativePath(CLIP, kind));
    }
    write(MediaStore.relativePath(WAITING, MediaKind.ORIGINAL));
    write(MediaStore.relativePath(PLAYER, MediaKind.AVATAR));
    write("uploaded/.staging/half-written.mp4");
  }

  private void write(String path) throws IOException {
    Path file = media.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "content of " + path);
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Map<String, String> rows(DataSource database) throws Exception {
    Map<String, String> rows = new LinkedHashMap<>();
    try (Connection connection = database.getConnection()) {
      for (Table table : Table.all(connection)) {
        var out = new ByteArrayOutputStream();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), out);
        rows.put(table.name(), out.toString(StandardCharsets.UTF_8));
      }
    }
    return rows;
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> contents = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private Backup create() {
    return new BackupMaker(database, media).create(folder.resolve("backups"));
  }

  private DeletedAccounts deleted() {
    return new DeletedAccounts(folder.resolve("backups").resolve(DeletedAccounts.NAME));
  }

  @Test
  void whatIsRestoredIsWhatWasBackedUp() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    Backup backup = create();
    backup.verify();
    assertThat(backup.manifest().missing()).isEmpty();
    assertThat(backup.manifest().files()).isEqualTo(6);

    DataSource other = emptyDatabase();
    Path otherMedia = folder.resolve("other");
    assertThat(new Restoration(other, otherMedia).restore(backup, false, deleted())).isEmpty();

    assertThat(rows(other)).isEqualTo(rows(database)).containsKeys("account", "vote_delta");
    Map<String, String> wanted = files(media);
    wanted.remove("uploaded/.staging/half-written.mp4");
    assertThat(files(otherMedia)).isEqualTo(wanted);
    assertThat(Schema.applied(other)).isEqualTo(Schema.changes());
    triggersAndSequencesWork(other);
  }

  private static void triggersAndSequencesWork(DataSource restored) throws SQLException {
    run(restored, "insert into vote values ('%s', '%s', now())".formatted(CLIP, PLAYER));
    assertThat(read(restored, "select count(*) from vote_delta where delta = 1")).isEqualTo("2");
    run(
        restored,
        "insert into vote_event (at, kind, video_id, voter_id) values (now(), 'CAST', '%s', '%s')"
            .formatted(CLIP, PLAYER));
    assertThatThrownBy(() -> run(restored, "delete from vote_event"))
        .hasMessageContaining("only ever added to");
  }

  /** A session that was ended after the back-up would otherwise be valid again. */
  @Test
  void noSessionLivesAgain() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    run(
        database,
        """
        insert into account_session
          (id, account_id, refresh_hash, agent, created_at, used_at, expires_at)
        values
          (gen_random_uuid(), '%s', '\\x01', '', now(), now(), now() + interval '30 days')
        """
            .formatted(PLAYER));
    DataSource other = emptyDatabase();

    new Restoration(other, folder.resolve("other")).restore(create(), false, deleted());

    assertThat(read(database, "select count(*) from account_session")).isEqualTo("1");
    assertThat(read(other, "select count(*) from account_session")).isEqualTo("0");
  }

  @Test
  void whoeverWasDeletedAfterTheBackupStaysDeleted() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    run(database, VOTED.formatted(CLIP, FAN));
    run(database, VOTED.formatted(CLIP, PLAYER));
    Backup backup = create();
    for (UUID account : new UUID[] {PLAYER, FAN}) {
      deleteAsTheProductDoes(account);
    }
    assertThat(DeletionsCommand.note(database, folder.resolve("backups"))).isEqualTo(2);
    assertThat(DeletionsCommand.note(database, folder.resolve("backups"))).isZero();
    assertThat(Files.readAllLines(folder.resolve("backups/deleted-accounts")))
        .as("ids and nothing else")
        .containsExactly(PLAYER.toString(), FAN.toString());

    DataSource other = emptyDatabase();
    Path otherMedia = folder.resolve("other");
    var restoration = new Restoration(other, otherMedia);
    assertThat(restoration.restore(backup, false, deleted())).isEmpty();

    assertThat(restoration.deletedAgain()).isEqualTo(2);
    for (String table : new String[] {"account", "video", "vote", "processing_job"}) {
      assertThat(read(other, "select count(*) from " + table)).as(table).isEqualTo("0");
    }
    assertThat(files(otherMedia)).containsOnlyKeys(FileMediaStore.MARKER);
    assertThat(
            read(
                other,
                "select count(*) from vote_event where voter_id in ('%s', '%s')"
                        .formatted(PLAYER, FAN)
                    + " or network_hash is not null"))
        .as("what they voted is nobody's")
        .isEqualTo("0");
    assertThat(read(other, "select count(*) from vote_event")).isEqualTo("2");
    assertThat(
            read(
                other,
                "select count(*) from audit_entry where action = 'account.delete' and reason ="
                    + " 'deleted after the back-up that was restored'"))
        .isEqualTo("2");
  }

  /** Others stay as they are, with the votes that the deleted one gave them. */
  @Test
  void deletingAgainLeavesOthersAlone() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    run(database, VOTED.formatted(CLIP, FAN));
    Backup backup = create();
    deleted().add(List.of(FAN, UUID.randomUUID()));

    DataSource other = emptyDatabase();
    Path otherMedia = folder.resolve("other");
    new Restoration(other, otherMedia).restore(backup, false, deleted());

    assertThat(read(other, "select string_agg(id::text, ',') from account"))
        .isEqualTo(PLAYER.toString());
    assertThat(
            read(
                other,
                "select count(*) from vote v join vote_event e using (video_id, voter_id)"
                    + " where video_id = '%s' and voter_id <> '%s'".formatted(CLIP, FAN)))
        .isEqualTo("1");
    assertThat(otherMedia.resolve(ORIGINAL)).exists();
  }

  /** Nobody had run the command since: what the broken database knows is asked before it goes. */
  @Test
  void aReplacedDatabaseTellsWhomItHasDeleted() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    Backup backup = create();
    deleteAsTheProductDoes(FAN);

    new Restoration(database, media).restore(backup, true, deleted());

    assertThat(read(database, "select count(*) from account where id = '%s'".formatted(FAN)))
        .isEqualTo("0");
    assertThat(read(database, "select count(*) from account where id = '%s'".formatted(PLAYER)))
        .isEqualTo("1");
    assertThat(deleted().read()).containsExactly(FAN);
  }

  @Test
  void aListThatIsNoListIsRefusedBeforeAnythingIsRestored() throws Exception {
    Schema.migrate(database);
    Backup backup = create();
    Files.writeString(folder.resolve("backups/deleted-accounts"), "somebody@anb.example");
    DataSource other = emptyDatabase();

    assertThatThrownBy(
            () -> new Restoration(other, folder.resolve("other")).restore(backup, false, deleted()))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("no id");
    assertThat(Schema.applied(other)).isEmpty();
  }

  private void deleteAsTheProductDoes(UUID account) throws SQLException {
    run(database, "delete from video where owner_id = '%s'".formatted(account));
    run(database, "delete from account where id = '%s'".formatted(account));
    run(database, "select erase_voter('%s')".formatted(account));
    run(
        database,
        "insert into audit_entry (id, at, actor_id, action, subject_type, subject_id)"
            + " values (gen_random_uuid(), now(), '%1$s', 'account.delete', 'account', '%1$s')"
                .formatted(account));
  }

  @Test
  void sequencesGoOnWhereTheyWere() throws Exception {
    Schema.migrate(database);
    String event =
        "insert into vote_event (at, kind, video_id, voter_id) values (now(), 'CAST', '%s', '%s')"
            .formatted(CLIP, FAN);
    run(database, event);
    run(database, event);
    DataSource other = emptyDatabase();
    new Restoration(other, folder.resolve("other")).restore(create(), false, deleted());
    run(other, event);
    assertThat(read(other, "select max(id) from vote_event")).isEqualTo("3");
  }

  @Test
  void aBackupOfAnEarlierReleaseGetsTheSchemaOfThisOne() throws Exception {
    int earlier = Schema.changes().indexOf("0012-moderation");
    Schema.migrate(database, earlier);
    fillWithContest();
    Backup backup = create();

    DataSource other = emptyDatabase();
    new Restoration(other, folder.resolve("other")).restore(backup, false, deleted());
    assertThat(Schema.applied(other)).isEqualTo(Schema.changes());
    assertThat(read(other, "select count(*) from video where withheld_at is null")).isEqualTo("2");
  }

  @Test
  void nothingIsOverwrittenUnlessTold() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    Backup backup = create();
    Map<String, String> before = rows(database);
    run(database, "update video set title = 'Changed since'");
    Files.writeString(media.resolve(ORIGINAL), "changed since");

    assertThatThrownBy(() -> new Restoration(database, media).restore(backup, false, deleted()))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("database is not empty");
    DataSource empty = emptyDatabase();
    assertThatThrownBy(() -> new Restoration(empty, media).restore(backup, false, deleted()))
        .hasMessageContaining("is not empty; --replace would write over its files");
    assertThat(Files.readString(media.resolve(ORIGINAL))).isEqualTo("changed since");

    new Restoration(database, media).restore(backup, true, deleted());
    assertThat(rows(database)).isEqualTo(before);
    assertThat(Files.readString(media.resolve(ORIGINAL))).isEqualTo("content of " + ORIGINAL);
  }

  @Test
  void filesThatHaveNotChangedAreLinked() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    Backup first = create();
    Path other = folder.resolve("backups/20200101T000000Z");
    Files.move(first.folder(), other);
    Files.writeString(media.resolve(ORIGINAL), "another content");

    Backup second = create();
    assertThat(second.manifest().linked()).isEqualTo(5);
    second.verify();
    String poster = "media/" + MediaStore.relativePath(CLIP, MediaKind.POSTER);
    assertThat(Files.isSameFile(other.resolve(poster), second.folder().resolve(poster))).isTrue();
    assertThat(Files.readString(second.folder().resolve("media/" + ORIGINAL)))
        .isEqualTo("another content");
  }

  @Test
  void whatIsDeletedMeanwhileStaysDeletedAndWhatIsLostIsNamed() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    Files.delete(media.resolve(MediaStore.relativePath(WAITING, MediaKind.ORIGINAL)));
    Backup backup =
        new BackupMaker(database, media, this::deleteClip).create(folder.resolve("backups"));
    assertThat(backup.manifest().missing())
        .containsExactly(MediaStore.relativePath(WAITING, MediaKind.ORIGINAL));
    assertThat(backup.manifest().deleted()).hasSize(3);

    DataSource other = emptyDatabase();
    assertThat(new Restoration(other, folder.resolve("other")).restore(backup, false, deleted()))
        .containsExactly(MediaStore.relativePath(WAITING, MediaKind.ORIGINAL));
    assertThat(read(other, "select count(*) from video where id = '%s'".formatted(CLIP)))
        .isEqualTo("0");
  }

  @Test
  void whatTheProductHasDeletedIsNotMissed() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    run(
        database,
        "update video set original_deleted_at = now() where id = '%s'".formatted(WAITING));
    run(
        database,
        """
        update video set published_at = null, withdrawn_at = now(), files_deleted_at = now()
        where id = '%s'
        """
            .formatted(CLIP));
    Files.delete(media.resolve(MediaStore.relativePath(WAITING, MediaKind.ORIGINAL)));
    for (MediaKind kind : MediaKind.OF_CLIPS) {
      Files.delete(media.resolve(MediaStore.relativePath(CLIP, kind)));
    }

    Backup backup = new BackupMaker(database, media).create(folder.resolve("backups"));
    assertThat(backup.manifest().missing()).isEmpty();
    assertThat(
            new Restoration(emptyDatabase(), folder.resolve("other"))
                .restore(backup, false, deleted()))
        .isEmpty();
  }

  private void deleteClip() {
    try {
      run(database, "delete from video where id = '%s'".formatted(CLIP));
      for (MediaKind kind : MediaKind.OF_CLIPS) {
        Files.delete(media.resolve(MediaStore.relativePath(CLIP, kind)));
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSpoiltBackupIsRefused() throws Exception {
    Schema.migrate(database);
    fillWithContest();
    Backup backup = create();
    Files.writeString(backup.folder().resolve("media/" + ORIGINAL), "spoilt");
    assertThatThrownBy(backup::verify).hasMessageContaining(ORIGINAL);
    DataSource other = emptyDatabase();
    assertThatThrownBy(
            () -> new Restoration(other, folder.resolve("other")).restore(backup, false, deleted()))
        .hasMessageContaining("is not what was written");
    assertThat(Schema.applied(other)).isEmpty();

    Files.delete(backup.folder().resolve(Backup.CHECKSUMS));
    assertThatThrownBy(() -> Backup.open(backup.folder()))
        .hasMessageContaining("is no finished back-up");
  }

  @Test
  void aMountThatIsNotThereIsNotAnEmptyBackup() throws Exception {
    Schema.migrate(database);
    Files.delete(media.resolve(FileMediaStore.MARKER));
    assertThatThrownBy(this::create).hasMessageContaining("is the share mounted?");
  }

  @Test
  void prometheusGetsToKnow() throws Exception {
    Schema.migrate(database);
    Path file = folder.resolve("anb.prom");
    BackupMetrics.write(file, create().manifest());
    assertThat(Files.readAllLines(file))
        .anyMatch(line -> line.matches("anb_backup_finished_seconds [1-9][0-9]+"))
        .contains("anb_backup_missing_files 0");
  }

  @Test
  void theCommandSaysWhatItLacks() {
    var err = new StringWriter();
    CommandLine command = Main.commandLine().setErr(new PrintWriter(err));
    assertThat(command.execute("create")).isEqualTo(2);
    assertThat(err.toString()).contains("--into");
    assertThat(command.execute("verify", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("is no finished back-up");
  }
}
