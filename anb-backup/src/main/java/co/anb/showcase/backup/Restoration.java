package co.anb.showcase.backup;

import co.anb.showcase.db.Schema;
import co.anb.showcase.db.SchemaException;
import co.anb.showcase.domain.media.MediaKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Restores a back-up: the files, the schema that the database had, all rows in one transaction, and
 * then the changes that are new in this release.
 */
final class Restoration {

  private final DataSource database;
  private final Path mediaRoot;
  private Duration filesTook = Duration.ZERO;
  private long fileBytes;
  private Duration rowsTook = Duration.ZERO;
  private int deletedAgain;

  Restoration(DataSource database, Path mediaRoot) {
    this.database = database;
    this.mediaRoot = mediaRoot;
  }

  /**
   * Restores a back-up. If it fails, the database has no rows, but some files may exist.
   *
   * @param replace whether the database may have a schema and the mount files; the rows are deleted
   *     first, files of the same name are overwritten, others stay
   * @param deleted the list of accounts that were deleted, perhaps after the back-up; those that
   *     the replaced database knows of are added to it, and all are deleted again
   * @return files that rows name and that do not exist
   * @throws BackupException if there is something already and {@code replace} is not set, the
   *     back-up is of a newer release, or something cannot be read or written
   */
  List<String> restore(Backup backup, boolean replace, DeletedAccounts deleted) {
    Manifest manifest = backup.manifest();
    requireKnown(manifest.changes());
    try {
      if (!replace) {
        requireEmpty();
      }
      if (replace) {
        deleted.add(DeletedAccounts.in(database));
      }
      Set<UUID> gone = deleted.read();
      long start = System.nanoTime();
      restoreMedia(backup);
      filesTook = Duration.ofNanos(System.nanoTime() - start);
      start = System.nanoTime();
      if (replace) {
        clear();
      }
      Schema.migrate(database, manifest.changes().size());
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        load(connection, backup);
        connection.commit();
      }
      Schema.migrate(database);
      endSessions();
      deletedAgain = new Redeletion(database, mediaRoot).delete(gone);
      rowsTook = Duration.ofNanos(System.nanoTime() - start);
      return missing();
    } catch (SQLException | SchemaException e) {
      throw new BackupException("Cannot restore the database: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BackupException("Cannot restore the files: " + e, e);
    }
  }

  /** How long the files took. */
  Duration filesTook() {
    return filesTook;
  }

  /** Their size. */
  long fileBytes() {
    return fileBytes;
  }

  /** How long the rows took, with the schema. */
  Duration rowsTook() {
    return rowsTook;
  }

  /** How many accounts of the back-up had been deleted after it, and are deleted again. */
  int deletedAgain() {
    return deletedAgain;
  }

  private static void requireKnown(List<String> changes) {
    List<String> known = Schema.changes();
    if (changes.size() > known.size() || !known.subList(0, changes.size()).equals(changes)) {
      throw new BackupException(
          "The back-up's schema is not one of this release's past: use the release that made it,"
              + " or a newer one");
    }
  }

  private void requireEmpty() throws SQLException, IOException {
    if (!Schema.applied(database).isEmpty() || !tables().isEmpty()) {
      throw new BackupException("The database is not empty; --replace would empty it");
    }
    if (!MediaCopy.isEmpty(mediaRoot)) {
      throw new BackupException(
          "The media mount " + mediaRoot + " is not empty; --replace would write over its files");
    }
  }

  private List<Table> tables() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Table.all(connection);
    }
  }

  private void restoreMedia(Backup backup) throws IOException {
    for (String path : backup.checksums().paths()) {
      if (path.startsWith(Backup.MEDIA)) {
        restore(backup, path);
      }
    }
  }

  /** Written beside and then renamed: a file under its name is always complete. */
  private void restore(Backup backup, String path) throws IOException {
    Path target = mediaRoot.resolve(path.substring(Backup.MEDIA.length()));
    Files.createDirectories(target.getParent());
    Path making = target.resolveSibling(".restoring-" + target.getFileName());
    Path source = backup.folder().resolve(path);
    String digest;
    try (InputStream in = Files.newInputStream(source);
        OutputStream out = Files.newOutputStream(making)) {
      digest = Checksums.copy(in, out);
    }
    if (!digest.equals(backup.checksums().get(path))) {
      Files.delete(making);
      throw new BackupException(source + " is not what was written");
    }
    fileBytes += Files.size(making);
    Files.setLastModifiedTime(making, Files.getLastModifiedTime(source));
    Durable.force(making);
    Files.move(making, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Without rows, every change can be taken back. */
  private void clear() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      truncate(connection, Table.all(connection));
      connection.commit();
    }
    int changes = Schema.applied(database).size();
    if (changes > 0) {
      Schema.rollback(database, changes);
    }
  }

  private static void truncate(Connection connection, List<Table> tables) throws SQLException {
    if (tables.isEmpty()) {
      return;
    }
    String names = tables.stream().map(Table::name).collect(Collectors.joining(", "));
    setTriggers(connection, tables, "disable");
    execute(connection, "truncate " + names);
    setTriggers(connection, tables, "enable");
  }

  private void load(Connection connection, Backup backup) throws SQLException, IOException {
    List<Table> tables = Table.all(connection);
    Set<String> names = tables.stream().map(Table::name).collect(Collectors.toSet());
    if (!names.equals(backup.manifest().tables().keySet())) {
      throw new BackupException(
          "The back-up's tables %s are not those of its schema %s"
              .formatted(backup.manifest().tables().keySet(), names));
    }
    // The changes insert rows, too; and triggers would count what the rows already include.
    truncate(connection, tables);
    setTriggers(connection, tables, "disable");
    for (Table table : tables) {
      load(connection, backup, table);
    }
    setTriggers(connection, tables, "enable");
    for (Map.Entry<String, Long> each : backup.manifest().sequences().entrySet()) {
      setSequence(connection, each.getKey(), each.getValue());
    }
    forgetDeleted(connection, backup.manifest().deleted());
  }

  private static void load(Connection connection, Backup backup, Table table)
      throws SQLException, IOException {
    Path file = backup.folder().resolve(table.path());
    if (!Checksums.of(file).equals(backup.checksums().get(table.path()))) {
      throw new BackupException(file + " is not what was written");
    }
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    long rows;
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      rows = copy.copyIn(table.copyIn(), in);
    }
    long wanted = backup.manifest().tables().get(table.name());
    if (rows != wanted) {
      throw new BackupException(
          "Table %s got %d rows instead of %d".formatted(table.name(), rows, wanted));
    }
  }

  /** The owner of a table may do so without a superuser, which RDS does not have. */
  private static void setTriggers(Connection connection, List<Table> tables, String state)
      throws SQLException {
    for (Table table : tables) {
      execute(connection, "alter table %s %s trigger user".formatted(table.name(), state));
    }
  }

  private static void setSequence(Connection connection, String name, long value)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
      statement.setString(1, name);
      statement.setLong(2, value);
      statement.execute();
    }
  }

  /** Sessions that were ended since the back-up would live again: everybody signs in once more. */
  private void endSessions() throws SQLException {
    try (Connection connection = database.getConnection()) {
      execute(connection, "delete from account_session");
    }
  }

  /** Clips that were deleted while the back-up was made stay deleted. */
  private static void forgetDeleted(Connection connection, List<String> files) throws SQLException {
    for (String file : files) {
      if (isOf(MediaKind.ORIGINAL, file)) {
        delete(connection, "delete from video where id = ?", file);
      } else if (isOf(MediaKind.AVATAR, file)) {
        delete(connection, "update account set avatar_at = null where id = ?", file);
      }
    }
  }

  private static boolean isOf(MediaKind kind, String file) {
    return file.startsWith(kind.folder() + "/");
  }

  private static void delete(Connection connection, String sql, String file) throws SQLException {
    String name = Path.of(file).getFileName().toString();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.fromString(name.substring(0, name.lastIndexOf('.'))));
      statement.execute();
    }
  }

  private List<String> missing() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return NamedFiles.of(connection).stream()
          .filter(path -> !Files.isRegularFile(mediaRoot.resolve(path)))
          .toList();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
