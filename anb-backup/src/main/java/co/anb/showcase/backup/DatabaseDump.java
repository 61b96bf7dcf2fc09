package co.anb.showcase.backup;

import co.anb.showcase.db.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes all rows, as of one moment, to files. */
final class DatabaseDump {

  private final DataSource database;
  private final Path folder;
  private final Checksums checksums;

  /**
   * What was written.
   *
   * @param takenAt the moment
   * @param files the media files that the rows name
   */
  record Result(
      Instant takenAt,
      List<String> changes,
      Map<String, Long> tables,
      Map<String, Long> sequences,
      SortedSet<String> files) {}

  DatabaseDump(DataSource database, Path folder, Checksums checksums) {
    this.database = database;
    this.folder = folder;
    this.checksums = checksums;
  }

  Result write() throws SQLException, IOException {
    List<String> changes = Schema.applied(database);
    if (changes.isEmpty()) {
      throw new BackupException("The database has no schema: is it the right one?");
    }
    Files.createDirectories(folder.resolve(Backup.DATABASE));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      // One snapshot for all statements, as pg_dump takes it; no writer waits.
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      Instant takenAt = now(connection);
      Map<String, Long> tables = new LinkedHashMap<>();
      for (Table table : Table.all(connection)) {
        tables.put(table.name(), write(connection, table));
      }
      SortedSet<String> files = NamedFiles.of(connection);
      // Sequences are not part of a snapshot. Read after the rows, they are ahead of them.
      Map<String, Long> sequences = sequences(connection);
      connection.rollback();
      return new Result(takenAt, changes, tables, sequences, files);
    }
  }

  private static Instant now(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select now() as now")) {
      row.next();
      return row.getObject("now", OffsetDateTime.class).toInstant();
    }
  }

  private long write(Connection connection, Table table) throws SQLException, IOException {
    Path file = folder.resolve(table.path());
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    long rows;
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      rows = copy.copyOut(table.copyOut(), out);
    }
    Durable.force(file);
    checksums.put(table.path(), Checksums.of(file));
    return rows;
  }

  private static Map<String, Long> sequences(Connection connection) throws SQLException {
    Map<String, Long> values = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select quote_ident(sequencename) as name, last_value from pg_sequences"
                    + " where schemaname = 'public' and last_value is not null order by name")) {
      while (rows.next()) {
        values.put(rows.getString("name"), rows.getLong("last_value"));
      }
    }
    return values;
  }
}
