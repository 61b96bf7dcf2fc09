package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseStartTest {

  @TempDir Path folder;

  @Test
  void dataOutlivesTheServerAndTwoPhaseCommitIsOn() throws IOException, SQLException {
    StateDirectory state = StateDirectory.prepare(folder.resolve("var"));
    int port = Ports.free();
    try (Postgres first = Postgres.start(state, port, "root", passwords("first"));
        Connection connection = connect(port, "first");
        Statement statement = connection.createStatement()) {
      assertThat(first).isNotNull();
      statement.execute("CREATE TABLE kept (n int)");
      statement.execute("INSERT INTO kept VALUES (7)");
    }

    try (Postgres second = Postgres.start(state, port, "root", passwords("second"));
        Connection connection = connect(port, "second");
        Statement statement = connection.createStatement()) {
      assertThat(second).isNotNull();
      assertThat(answer(statement, "SELECT n FROM kept")).isEqualTo("7");
      assertThat(answer(statement, "SHOW max_prepared_transactions")).isEqualTo("64");
      // The detail of a refusal holds the values of the row.
      assertThat(answer(statement, "SHOW log_error_verbosity")).isEqualTo("terse");
      assertNobodyGetsInWithoutAPassword(port);
      assertOnlyItsOwnerSees(state);
    }
  }

  /** Before, everybody on this machine was anybody, the superuser too. */
  private static void assertNobodyGetsInWithoutAPassword(int port) {
    for (String user : List.of("postgres", Postgres.NAME, Postgres.WEB, Postgres.WORKER)) {
      assertThatThrownBy(() -> DriverManager.getConnection(Postgres.jdbcUrl(port), user, "a guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  /** Before, its programs lay in a folder of the temporary one that everybody could write. */
  private static void assertOnlyItsOwnerSees(StateDirectory state) throws IOException {
    for (Path path : List.of(state.root(), state.databasePrograms())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
    try (Stream<Path> programs = Files.walk(state.databasePrograms())) {
      assertThat(programs.map(Path::getFileName).map(Path::toString)).contains("initdb");
    }
  }

  private static Map<String, String> passwords(String owner) {
    return Map.of(Postgres.NAME, owner, Postgres.WEB, "web", Postgres.WORKER, "worker");
  }

  private static Connection connect(int port, String password) throws SQLException {
    return DriverManager.getConnection(Postgres.jdbcUrl(port), Postgres.NAME, password);
  }

  private static String answer(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
