package co.anb.showcase.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself guarantees about the contest, whatever the application does. */
class ContestSchemaTest {

  private static final String RESULT = "01958000-0000-7000-8000-000000000001";
  private static final String CLIP = "01958000-0000-7000-8000-000000000002";

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.start();
    Schema.migrate(postgres.getPostgresDatabase());
    execute(
        "insert into account values ('%1$s', 'a@example.org', 'x', 'Ana', 'Ruiz', 'Cali', 'cali', 'Colombia', 'PLAYER', now())"
            .formatted(CLIP));
    execute(
        "insert into video (id, owner_id, title, status, uploaded_at, source_bytes, source_duration_ms, source_width, source_height) values ('%1$s', '%1$s', 'A dunk', 'PROCESSED', now(), 1, 1, 1, 1)"
            .formatted(CLIP));
    execute(
        "insert into contest_result values ('%s', now(), '%s', '{}', 'a', '{}', 'b')"
            .formatted(RESULT, CLIP));
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    execute("delete from contest");
    execute(
        "insert into contest (version, name, time_zone, publish_mode, self_vote, public_weight,"
            + " jury_weight, winners_per_city, updated_at) values (0, 'Test', 'UTC', 'AUTO', true,"
            + " 0.5, 0.5, 3, now())");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update contest_result set outcome = '{\"winner\": \"me\"}'",
        "update contest_result set taken_at = taken_at where false",
        "delete from contest_result",
        "truncate contest_result cascade"
      })
  void aSnapshotNeverChanges(String command) {
    assertThatThrownBy(() -> execute(command))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("only ever added to");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public_weight = 0.6",
        "public_weight = 1.5, jury_weight = -0.5",
        "winners_per_city = 0",
        "publish_mode = 'NEVER'",
        "published_at = now()",
        "singleton = false",
        "submission_opens = now(), submission_closes = now()",
        "voting_opens = now(), voting_closes = now()",
        "submission_closes = now(), voting_closes = now() - interval '1 day'",
        "submission_opens = now(), voting_opens = now() - interval '1 day'",
        "submission_opens = now(), voting_closes = now() - interval '1 day'"
      })
  void settingsThatMakeNoSenseAreRefused(String change) {
    assertThatThrownBy(() -> execute("update contest set " + change))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("violates check constraint");
  }

  @Test
  void thereIsOneContest() {
    assertThatThrownBy(
            () -> execute("insert into contest select (c).* from (select c from contest c) x"))
        .hasMessageContaining("duplicate key");
  }

  @Test
  void noVoteComesAfterTheSnapshot() throws SQLException {
    vote();
    execute("update contest set result_id = '%s'".formatted(RESULT));

    assertThatThrownBy(ContestSchemaTest::vote).hasMessageContaining("the contest is closed");

    execute("update contest set result_id = null");
    vote();
  }

  /** As the closing does it: votes begun before are included, votes that waited are refused. */
  @Test
  void aVoteThatWaitedForTheClosingIsRefused() throws Exception {
    try (Connection closing = postgres.getPostgresDatabase().getConnection()) {
      closing.setAutoCommit(false);
      try (var statement = closing.createStatement()) {
        statement.execute("set transaction isolation level repeatable read");
        statement.execute("lock table vote in share mode");
        CompletableFuture<Void> waiting =
            CompletableFuture.runAsync(
                () -> {
                  try {
                    vote();
                  } catch (SQLException e) {
                    throw new CompletionException(e);
                  }
                });
        while (waitingForALock() == 0) {
          assertThat(waiting).isNotDone();
        }
        statement.execute("update contest set result_id = '%s'".formatted(RESULT));
        closing.commit();

        assertThat(waiting)
            .failsWithin(30, TimeUnit.SECONDS)
            .withThrowableThat()
            .withMessageContaining("the contest is closed");
      }
    }
  }

  private static void vote() throws SQLException {
    execute(
        "insert into vote (video_id, voter_id, cast_at) values ('%s', gen_random_uuid(), now())"
            .formatted(CLIP));
  }

  private static int waitingForALock() throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from pg_locks where not granted")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void execute(String command) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
