package co.anb.showcase.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database of the previous release becomes one of this release while that one still runs. */
class ExpandAndContractTest {

  /** The last file of the previous release. Raised with each release. */
  private static final String PREVIOUS = "0013";

  /** Files up to this one are older than the rule; they are never edited. */
  private static final String FROZEN = "0015";

  /** What the previous release does all day, as it writes it. */
  private static final List<String> PREVIOUS_STATEMENTS =
      List.of(
          """
          insert into account (id, email, password_hash, first_name, last_name, city, city_key,
            country, role, created_at, token_version)
          values (gen_random_uuid(), gen_random_uuid() || '@anb.example', 'hash', 'Ana', 'Prueba',
            'Bogotá', 'bogota', 'Colombia', 'PLAYER', now(), 0)
          """,
          """
          insert into video (id, owner_id, title, status, uploaded_at, source_bytes,
            source_duration_ms, source_width, source_height)
          select gen_random_uuid(), id, 'Clip', 'UPLOADED', now(), 1, 2, 3, 4 from account limit 1
          """,
          """
          insert into processing_job (video_id, state, attempt, progress, queued_at)
          select id, 'QUEUED', 0, 0, now() from video on conflict do nothing
          """,
          """
          update video set status = 'PROCESSED', processed_at = now(), published_at = now(),
            duration_ms = 5
          """,
          """
          insert into vote (video_id, voter_id, cast_at)
          select video.id, account.id, now() from video, account on conflict do nothing
          """,
          """
          insert into vote_event (at, kind, video_id, voter_id)
          select now(), 'CAST', video_id, voter_id from vote
          """,
          "update account set first_name = 'Eva', avatar_at = now()",
          """
          insert into audit_entry (id, at, action, subject_type, subject_id)
          values (gen_random_uuid(), now(), 'video.publish', 'video', 'x')
          """);

  @Test
  void thePreviousReleaseGoesOnWorkingAndNothingIsLost() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      DataSource database = postgres.getPostgresDatabase();
      int previous = changesUpTo(PREVIOUS);
      assertThat(previous).isBetween(1, Schema.changes().size() - 1);
      Schema.migrate(database, previous);
      work(database);
      List<Long> before = counts(database);

      Schema.migrate(database);
      assertThat(counts(database)).isEqualTo(before);
      // Servers of the previous release still run, and write.
      work(database);
      assertThat(counts(database)).allMatch(rows -> rows >= 2);

      // And back, one change at a time, should the new release turn out bad.
      List<Long> grown = counts(database);
      while (Schema.applied(database).size() > previous) {
        Schema.rollback(database, 1);
        assertThat(counts(database)).isEqualTo(grown);
      }
      work(database);
      Schema.migrate(database);
      assertThat(Schema.applied(database)).isEqualTo(Schema.changes());
    }
  }

  @Test
  void everyChangeCanBeTakenBackAndMadeAgain() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      DataSource database = postgres.getPostgresDatabase();
      List<String> changes = Schema.changes();
      for (int i = 1; i <= changes.size(); i++) {
        Schema.migrate(database, i);
        Schema.rollback(database, 1);
        assertThat(Schema.applied(database)).as(changes.get(i - 1)).hasSize(i - 1);
        Schema.migrate(database, i);
      }
      assertThat(Schema.applied(database)).isEqualTo(changes);
    }
  }

  @Test
  void newChangesOnlyAdd() throws IOException {
    for (String file : files()) {
      if (file.compareTo(FROZEN + "~") > 0) {
        assertThat(ChangeRules.violations(text(file))).as(file).isEmpty();
      }
    }
  }

  @Test
  void theRuleFindsWhatTheReleaseBeforeWouldTripOver() {
    assertThat(problems("alter table video drop column title;")).isNotEmpty();
    assertThat(problems("alter table video rename column title to name;")).isNotEmpty();
    assertThat(problems("alter table video add column note text not null;")).isNotEmpty();
    assertThat(problems("alter table video add note text not null;")).isNotEmpty();
    assertThat(problems("alter table video alter column title set not null;")).isNotEmpty();
    assertThat(problems("alter table video alter column title type text;")).isNotEmpty();
    assertThat(problems("drop table vote;")).isNotEmpty();
    assertThat(problems("truncate vote;")).isNotEmpty();
    assertThat(problems("create trigger t before truncate on vote execute function f();"))
        .isEmpty();
    assertThat(ChangeRules.violations("--changeset anb:x\ncreate table t (id uuid);\n"))
        .containsExactly("anb:x has no rollback");

    assertThat(problems("alter table video add column note text not null default 'drop table';"))
        .isEmpty();
    assertThat(problems("create table t (id uuid primary key, name text not null);")).isEmpty();
    assertThat(problems("-- contract: nothing has read it since release 1.4\ndrop table vote;"))
        .isEmpty();
  }

  private static List<String> problems(String sql) {
    return ChangeRules.violations("--changeset anb:x\n" + sql + "\n--rollback select 1;\n");
  }

  private static int changesUpTo(String file) {
    return (int) Schema.changes().stream().filter(id -> id.compareTo(file + "~") < 0).count();
  }

  private static List<String> files() throws IOException {
    return Pattern.compile("<include file=\"([^\"]+)\"")
        .matcher(text("changelog.xml"))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static String text(String file) throws IOException {
    try (InputStream in = Schema.class.getResourceAsStream("/db/changelog/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void work(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : PREVIOUS_STATEMENTS) {
        statement.execute(each);
      }
    }
  }

  private static List<Long> counts(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select (select count(*) from account), (select count(*) from video),"
                    + " (select count(*) from processing_job), (select count(*) from vote),"
                    + " (select count(*) from vote_event), (select count(*) from audit_entry)")) {
      row.next();
      return List.of(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    }
  }
}
