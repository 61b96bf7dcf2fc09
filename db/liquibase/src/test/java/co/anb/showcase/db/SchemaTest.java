package co.anb.showcase.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final Set<String> TABLES =
      Set.of("account", "city", "video", "processing_job", "vote");

  @Test
  void migratesIsRepeatableAndRollsBackToNothing() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      DataSource database = postgres.getPostgresDatabase();

      Schema.migrate(database);
      Schema.migrate(database);
      assertThat(tables(database)).containsAll(TABLES);

      Schema.rollback(database, changes(database));
      assertThat(tables(database)).doesNotContainAnyElementsOf(TABLES);

      Schema.migrate(database);
      assertThat(tables(database)).containsAll(TABLES);
    }
  }

  @Test
  void saysWhatIsMissingOrUnreachable() {
    assertThat(Migrate.run(new String[0], Map.of())).isEqualTo(2);
    assertThat(
            Migrate.run(new String[0], Map.of("ANB_DB_URL", "jdbc:postgresql://127.0.0.1:1/none")))
        .isEqualTo(1);
  }

  private static int changes(DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var rows =
            connection.createStatement().executeQuery("select count(*) from databasechangelog")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Set<String> tables(DataSource database) throws SQLException {
    Set<String> names = new HashSet<>();
    try (var connection = database.getConnection();
        var rows = connection.getMetaData().getTables(null, "public", null, null)) {
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME"));
      }
    }
    return names;
  }
}
