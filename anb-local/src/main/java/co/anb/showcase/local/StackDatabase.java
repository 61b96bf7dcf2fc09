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
  // Null if the database runs elsewhere.
  private final Postgres server;

  private StackDatabase(StateDirectory state, ExternalDatabase access, Postgres server) {
    this.state = state;
    this.access = access;
    this.server = server;
  }

  static StackDatabase external(StateDirectory state, ExternalDatabase database) {
    return new StackDatabase(state, database, null);
  }

  /** Starts PostgreSQL and returns when it answers. */
  static StackDatabase start(StateDirectory state, int port, Secrets secrets) {
    String password = secrets.password("database");
    Postgres server = Postgres.start(state, port, secrets.password("postgres"), password);
    return new StackDatabase(
        state, new ExternalDatabase(Postgres.jdbcUrl(port), Postgres.user(), password), server);
  }

  /**
   * Brings the schema up to date.
   *
   * @param jar the migration's program
   */
  void migrate(Path jar) {
    Path log = state.log("migrate");
    int status = ChildProcess.runJava(state, log, List.of("-jar", jar.toString()), environment());
    if (status != 0) {
      throw new StackException(
          "The schema could not be migrated. The log is %s and ends with:%n%s"
              .formatted(log, StateDirectory.tail(log)));
    }
  }

  /** The settings by which the product's programs find the database. */
  Map<String, String> environment() {
    return Map.of(
        "ANB_DB_URL", access.url(),
        "ANB_DB_USER", access.user(),
        "ANB_DB_PASSWORD", access.password());
  }

  /** Its JDBC URL, user and password. */
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
