package co.anb.showcase.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.FastCheckService;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.parser.core.xml.XMLChangeLogSAXParser;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a PostgreSQL database to the current schema. */
public final class Schema {

  private static final String CHANGELOG = "db/changelog/changelog.xml";
  private static final String RIGHTS = "/db/rights.sql";

  /** The roles that web servers and workers connect as; the schema's owner is neither. */
  private static final List<String> ROLES = List.of("anb_web", "anb_worker");

  private Schema() {}

  /**
   * Applies every change that the database does not have yet, and gives the roles of web servers
   * and workers their rights; roles that do not exist are made, if this user may do that. Safe to
   * call from several processes at once: Liquibase's lock lets one of them work and the others find
   * nothing to do.
   *
   * @throws SchemaException if the database cannot be reached or a change fails; changes before the
   *     failed one stay applied
   */
  public static void migrate(DataSource database) {
    run(database, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    grantRights(database);
  }

  /**
   * The roles of the product that the database's server does not have: nobody may make them but an
   * administrator, and until then everything connects as the owner.
   *
   * @throws SchemaException if the database cannot be reached
   */
  public static List<String> missingRoles(DataSource database) {
    List<String> missing = new ArrayList<>(ROLES);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select rolname from pg_roles")) {
      while (rows.next()) {
        missing.remove(rows.getString("rolname"));
      }
      return List.copyOf(missing);
    } catch (SQLException e) {
      throw new SchemaException("Cannot read the database's roles: " + e.getMessage(), e);
    }
  }

  /**
   * Applies, of the first {@code changes} changes there are, those that the database does not have
   * yet: so a database gets the schema of an earlier release.
   *
   * @param changes from 1 to the size of {@link #changes}
   * @throws SchemaException if the database cannot be reached or a change fails
   */
  public static void migrate(DataSource database, int changes) {
    int missing = changes - applied(database).size();
    if (missing > 0) {
      run(database, liquibase -> liquibase.update(missing, new Contexts(), new LabelExpression()));
    }
  }

  /** The ids of all changes, in their order. */
  public static List<String> changes() {
    try {
      return new XMLChangeLogSAXParser()
              .parse(CHANGELOG, new ChangeLogParameters(), new ClassLoaderResourceAccessor())
              .getChangeSets()
              .stream()
              .map(ChangeSet::getId)
              .toList();
    } catch (LiquibaseException e) {
      throw new SchemaException("Cannot read the changes: " + e.getMessage(), e);
    }
  }

  /**
   * The ids of the changes that a database has, in the order in which it got them; empty for a
   * database without a schema.
   *
   * @throws SchemaException if the database cannot be reached
   */
  public static List<String> applied(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> ids = new ArrayList<>();
      try (ResultSet table =
          statement.executeQuery("select to_regclass('public.databasechangelog') as changelog")) {
        table.next();
        if (table.getString("changelog") == null) {
          return List.of();
        }
      }
      try (ResultSet rows =
          statement.executeQuery("select id from databasechangelog order by orderexecuted")) {
        while (rows.next()) {
          ids.add(rows.getString("id"));
        }
      }
      return List.copyOf(ids);
    } catch (SQLException e) {
      throw new SchemaException("Cannot read the database's changes: " + e.getMessage(), e);
    }
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

  private static void grantRights(DataSource database) {
    try (InputStream script = Schema.class.getResourceAsStream(RIGHTS);
        Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      connection.commit();
    } catch (SQLException | IOException e) {
      throw new SchemaException("Cannot grant the roles their rights: " + e.getMessage(), e);
    }
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
