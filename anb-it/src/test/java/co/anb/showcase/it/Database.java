package co.anb.showcase.it;

import co.anb.showcase.local.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The database behind the tests: looks into it, and puts there what would take long to come about.
 * Parameters may be texts wherever PostgreSQL can read them, so also for ids. What the database
 * refuses is an {@link IllegalStateException}.
 */
final class Database {

  private final String url;
  private final String user;
  private final String password;

  Database(LocalStack stack) {
    this(stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
  }

  Database(String url, String user, String password) {
    this.url = url + "?stringtype=unspecified";
    this.user = user;
    this.password = password;
  }

  /** Opens a connection, for more than single statements. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Runs statements without parameters one after the other. */
  void run(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement and says how many rows it changed. */
  int update(String sql, Object... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row, as text; null without one. */
  String value(String sql, Object... parameters) {
    List<List<String>> rows = rows(sql, parameters);
    return rows.isEmpty() ? null : rows.get(0).get(0);
  }

  /** All rows of a query, each with its columns as text. */
  List<List<String>> rows(String sql, Object... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet found = statement.executeQuery()) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
