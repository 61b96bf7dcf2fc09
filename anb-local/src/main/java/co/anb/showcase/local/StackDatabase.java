package co.anb.showcase.local;

import co.anb.showcase.local.StackSettings.ExternalDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stack's database: one that it runs itself, or one that runs elsewhere. */
final class StackDatabase implements AutoCloseable {

  private final StateDirectory state;
  private final ExternalDatabase access;
  // By user. Empty if the database runs elsewhere: then one user is everybody.
  private final Map<String, String> passwords;
  // Null if the database runs elsewhere.
  private final Postgres server;

  private StackDatabase(
      StateDirectory state,
      ExternalDatabase access,
      Map<String, String> passwords,
      Postgres server) {
    this.state = state;
    this.access = access;
    this.passwords = passwords;
    this.server = server;
  }

  static StackDatabase external(StateDirectory state, ExternalDatabase database) {
    return new StackDatabase(state, database, Map.of(), null);
  }

  /** Starts PostgreSQL and returns when it answers. */
  static StackDatabase start(StateDirectory state, int port, Secrets secrets) {
    String owner = secrets.password("database");
    Map<String, String> passwords =
        Map.of(
            Postgres.NAME, owner,
            Postgres.WEB, secrets.password("database-web"),
            Postgres.WORKER, secrets.password("database-worker"));
    Postgres server = Postgres.start(state, port, secrets.password("postgres"), passwords);
    return new StackDatabase(
        state,
        new ExternalDatabase(Postgres.jdbcUrl(port), Postgres.NAME, owner),
        passwords,
        server);
  }

  /**
   * Brings the schema up to date.
   *
   * @param jar the migration's program
   */
  void migrate(Path jar) {
    Path log = state.log("migrate");
    int status =
        ChildProcess.runJava(
            state, log, List.of("-jar", jar.toString()), environment(access.user()));
    if (status != 0) {
      throw new StackException(
          "The schema could not be migrated. The log is %s and ends with:%n%s"
              .formatted(log, StateDirectory.tail(log)));
    }
  }

  /** The settings by which a web server finds the database. */
  Map<String, String> serverEnvironment() {
    return environment(Postgres.WEB);
  }

  /** The settings by which a worker finds the database. */
  Map<String, String> workerEnvironment() {
    return environment(Postgres.WORKER);
  }

  private Map<String, String> environment(String role) {
    String user = passwords.containsKey(role) ? role : access.user();
    return Map.of(
        "ANB_DB_URL", access.url(),
        "ANB_DB_USER", user,
        "ANB_DB_PASSWORD", passwords.getOrDefault(role, access.password()));
  }

  /** Its JDBC URL, owner and password. */
  ExternalDatabase access() {
    return access;
  }

  /** The server's process; empty if it runs elsewhere. */
  Optional<ProcessHandle> process() {
    return server == null ? Optional.empty() : Postgres.process(state);
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
