package co.anb.showcase.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** What tests ask and tell the database themselves. */
@ApplicationScoped
public class Database {

  @Resource(lookup = "jdbc/anb")
  private DataSource database;

  int count(String query) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  void execute(String command) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  /** Does what the application may not: as the owner, in a connection of its own. */
  void asOwner(String... commands) throws SQLException {
    String url = System.getProperty("anb.db.url");
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  /** A new player. */
  UUID account() throws SQLException {
    UUID id = UUID.randomUUID();
    execute(
        "insert into account values ('%s', '%s@example.org', 'x', 'Ana', 'Ruiz', 'Cali', 'cali', 'Colombia', 'PLAYER', now())"
            .formatted(id, id));
    return id;
  }

  /** A clip that waits; of it there is nothing but the row. */
  UUID video(UUID ownerId) throws SQLException {
    UUID id = UUID.randomUUID();
    execute(
        "insert into video (id, owner_id, title, status, uploaded_at, source_bytes,"
            + " source_duration_ms, source_width, source_height)"
            + " values ('%s', '%s', 'A dunk', 'UPLOADED', now(), 1, 1, 1, 1)"
                .formatted(id, ownerId));
    return id;
  }
}
