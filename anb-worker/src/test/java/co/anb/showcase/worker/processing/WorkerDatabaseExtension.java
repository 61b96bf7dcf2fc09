package co.anb.showcase.worker.processing;

import co.anb.showcase.db.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One PostgreSQL with the schema for all tests that ask for it. */
final class WorkerDatabaseExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(WorkerDatabaseExtension.class);

  /** The database as tests see it. */
  record Database(EmbeddedPostgres postgres, EntityManagerFactory entities)
      implements AutoCloseable {

    /** A clip that waits for a worker. */
    UUID clip() throws SQLException {
      UUID id = UUID.randomUUID();
      execute(
          "insert into account values ('%1$s', '%1$s@example.org', 'x', 'Ana', 'Ruiz', 'Cali', 'cali', 'Colombia', 'PLAYER', now())"
              .formatted(id));
      execute(
          "insert into video (id, owner_id, title, status, uploaded_at, source_bytes, source_duration_ms, source_width, source_height) values ('%1$s', '%1$s', 'A dunk', 'UPLOADED', now(), 1, 1, 1, 1)"
              .formatted(id));
      execute(
          "insert into processing_job (video_id, state, attempt, progress, queued_at) values ('%s', 'QUEUED', 0, 0, now())"
              .formatted(id));
      return id;
    }

    void execute(String command) throws SQLException {
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(command);
      }
    }

    /** One value of the job's row, as text; null if it is null. */
    String job(UUID id, String column) throws SQLException {
      return value("select %s::text from processing_job where video_id = '%s'", column, id);
    }

    /** One value of the clip's row, as text; null if it is null. */
    String video(UUID id, String column) throws SQLException {
      return value("select %s::text from video where id = '%s'", column, id);
    }

    private String value(String query, String column, UUID id) throws SQLException {
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement();
          var rows = statement.executeQuery(query.formatted(column, id))) {
        rows.next();
        return rows.getString(1);
      }
    }

    @Override
    public void close() throws IOException {
      entities.close();
      postgres.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Database.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Database.class, key -> start(), Database.class);
  }

  private static Database start() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start();
      Schema.migrate(postgres.getPostgresDatabase());
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("alter role anb_worker login");
      }
      return new Database(
          postgres,
          Persistence.createEntityManagerFactory(
              "anb-worker",
              Map.of(
                  "jakarta.persistence.nonJtaDataSource",
                  postgres.getDatabase("anb_worker", "postgres"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
