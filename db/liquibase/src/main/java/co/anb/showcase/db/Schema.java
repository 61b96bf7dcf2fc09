package co.anb.showcase.db;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.FastCheckService;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a PostgreSQL database to the current schema. */
public final class Schema {

  private static final String CHANGELOG = "db/changelog/changelog.xml";

  private Schema() {}

  /**
   * Applies every change that the database does not have yet. Safe to call from several processes
   * at once: Liquibase's lock lets one of them work and the others find nothing to do.
   *
   * @throws SchemaException if the database cannot be reached or a change fails; changes before the
   *     failed one stay applied
   */
  public static void migrate(DataSource database) {
    run(database, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
  }

  /**
   * Takes back the newest {@code count} changes, newest first.
   *
   * @throws SchemaException if the database cannot be reached or a rollback fails
   */
  public static void rollback(DataSource database, int count) {
    run(
        database,
        liquibase -> liquibase.rollback(count, null, new Contexts(), new LabelExpression()));
  }

  private static void run(DataSource database, Change change) {
    try (Connection connection = database.getConnection()) {
      Scope.child(
          Scope.Attr.ui,
          new LoggerUIService(),
          () -> {
            // It remembers per JVM that a database is current, and misses a rollback in between.
            Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
            var target =
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            change.applyTo(new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), target));
          });
    } catch (SQLException e) {
      throw new SchemaException("Cannot connect to the database: " + e.getMessage(), e);
    } catch (Exception e) {
      throw new SchemaException("Cannot change the schema: " + e.getMessage(), e);
    }
  }

  @FunctionalInterface
  private interface Change {
    void applyTo(Liquibase liquibase) throws LiquibaseException;
  }
}
