package co.anb.showcase.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database server, with its data kept in the state directory. */
final class Postgres implements AutoCloseable {

  /** The product's database and the owner of its tables. */
  static final String NAME = "anb";

  /** The role of web servers. */
  static final String WEB = "anb_web";

  /** The role of workers. */
  static final String WORKER = "anb_worker";

  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** By password only, and not by socket files. */
  private static final List<String> ACCESS =
      List.of(
          "host all all 127.0.0.1/32 scram-sha-256",
          "host replication all 127.0.0.1/32 scram-sha-256");

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts it, with the product's database, its owner and the roles of servers and workers.
   *
   * @param superuser the password of the user postgres
   * @param passwords of the product's users, by their names
   */
  static Postgres start(
      StateDirectory state, int port, String superuser, Map<String, String> passwords) {
    Path log = state.log(StackComponent.POSTGRES.fileName());
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(dataDirectory(state))
              .setCleanDataDirectory(false)
              // Others could replace programs below the temporary folder, and root runs them next.
              // The library makes unpacked files writable for all, so the folder around them keeps
              // users out.
              .setOverrideWorkingDirectory(state.databasePrograms().resolve("unpacked").toFile())
              .setConnectConfig("password", superuser)
              // It would stop the database beside, not after, the components that use it.
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setPGStartupWait(STARTUP)
              .setServerConfig("listen_addresses", "127.0.0.1")
              // The server's transactions span the database and the JMS broker.
              .setServerConfig("max_prepared_transactions", "64")
              // Without it the log holds the values of rows that it refuses: e-mail addresses.
              .setServerConfig("log_error_verbosity", "terse")
              .setOutputRedirector(Redirect.appendTo(log.toFile()))
              .setErrorRedirector(Redirect.appendTo(log.toFile()))
              .start();
      var postgres = new Postgres(server);
      try {
        postgres.ensureDatabase(state, superuser, passwords);
      } catch (IOException | SQLException e) {
        postgres.close();
        throw new StackException("Cannot prepare the database: " + e.getMessage(), e);
      }
      return postgres;
    } catch (IOException | IllegalStateException e) {
      throw new StackException(
          "%s did not come up: %s. Its log is %s and ends with:%n%s"
              .formatted(
                  StackComponent.POSTGRES.title(), e.getMessage(), log, StateDirectory.tail(log)),
          e);
    }
  }

  private static Path dataDirectory(StateDirectory state) {
    return state.root().resolve("postgres");
  }

  /**
   * Ends a server that outlived its starter, and removes its lock file, whose process id may by now
   * belong to a stranger, in which case the next start would refuse.
   */
  static void endLeftover(StateDirectory state) {
    try {
      Optional<ProcessHandle> server = process(state);
      if (server.isPresent()) {
        endQuickly(server.get().pid());
      }
      Files.deleteIfExists(lock(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server that runs in a state directory, as its lock file says; empty if none does. */
  static Optional<ProcessHandle> process(StateDirectory state) {
    Path lock = lock(state);
    if (!Files.exists(lock)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(lock);
      if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
        return Optional.empty();
      }
      long pid = Long.parseLong(lines.get(0).strip());
      String command = PidFile.commandLine(pid);
      boolean ours =
          command.contains("postgres") && command.contains(dataDirectory(state).toString());
      return ours ? ProcessHandle.of(pid) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path lock(StateDirectory state) {
    return dataDirectory(state).resolve("postmaster.pid");
  }

  private static void endQuickly(long pid) throws IOException {
    var process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return;
    }
    // SIGTERM would wait for clients to leave; SIGINT rolls their transactions back.
    new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
    if (!Await.until(GRACE, () -> !PidFile.lives(process.get()))) {
      process.get().destroyForcibly();
      Await.until(GRACE, () -> !PidFile.lives(process.get()));
    }
  }

  private void ensureDatabase(StateDirectory state, String superuser, Map<String, String> passwords)
      throws IOException, SQLException {
    try (Connection connection =
        server.getPostgresDatabase(Map.of("password", superuser)).getConnection()) {
      run(connection, statement(connection, "ALTER ROLE postgres PASSWORD %L", superuser));
      for (Map.Entry<String, String> user : passwords.entrySet()) {
        String role = user.getKey();
        String verb =
            exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
        run(
            connection,
            statement(connection, verb + " ROLE " + role + " LOGIN PASSWORD %L", user.getValue()));
      }
      if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", NAME)) {
        run(connection, "CREATE DATABASE " + NAME + " OWNER " + NAME);
      }
      // A new database trusts everybody on this machine.
      Files.write(dataDirectory(state).resolve("pg_hba.conf"), ACCESS);
      run(connection, "SELECT pg_reload_conf()");
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Lets the database quote a value in a command that takes no parameters. */
  private static String statement(Connection connection, String format, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT format(?, ?)")) {
      statement.setString(1, format);
      statement.setString(2, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
