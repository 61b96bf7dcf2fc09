package co.anb.showcase.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The list of deleted accounts that lies beside the back-ups: ids only, one a line. It outlives the
 * database, so that a restore does not revive whoever was deleted after the back-up.
 */
final class DeletedAccounts {

  /** The list's name in the folder of back-ups. */
  static final String NAME = "deleted-accounts";

  // The trail of earlier releases has it, too. An id is never given out again.
  private static final String DELETED =
      "select distinct subject_id from audit_entry"
          + " where action = 'account.delete' and subject_type = 'account'";

  private final Path file;

  DeletedAccounts(Path file) {
    this.file = file;
  }

  /**
   * The accounts on the list; none without one.
   *
   * @throws BackupException if a line is no id
   */
  NavigableSet<UUID> read() {
    NavigableSet<UUID> ids = new TreeSet<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines.filter(line -> !line.isBlank()).map(this::id).forEach(ids::add);
    } catch (NoSuchFileException e) {
      return ids;
    } catch (IOException e) {
      throw new BackupException("Cannot read " + file + ": " + e, e);
    }
    return ids;
  }

  private UUID id(String line) {
    try {
      return UUID.fromString(line.strip());
    } catch (IllegalArgumentException e) {
      throw new BackupException(file + " has a line that is no id: " + line, e);
    }
  }

  /**
   * Adds accounts. What is on the list stays, even if the database does not know of it any more.
   *
   * @return how many are new on the list
   */
  int add(Collection<UUID> accounts) {
    NavigableSet<UUID> ids = read();
    int before = ids.size();
    ids.addAll(accounts);
    if (ids.size() > before) {
      write(ids);
    }
    return ids.size() - before;
  }

  /** A crash leaves the old list or the new one. */
  private void write(NavigableSet<UUID> ids) {
    try {
      Path making =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              ".making-",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(making, ids.stream().map(UUID::toString).toList());
      Durable.force(making);
      Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Durable.force(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new BackupException("Cannot write " + file + ": " + e, e);
    }
  }

  /** The accounts that a database knows to be deleted; none if it has no audit trail. */
  static NavigableSet<UUID> in(DataSource database) throws SQLException {
    NavigableSet<UUID> ids = new TreeSet<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet table =
          statement.executeQuery("select to_regclass('public.audit_entry') as trail")) {
        table.next();
        if (table.getString("trail") == null) {
          return ids;
        }
      }
      try (ResultSet rows = statement.executeQuery(DELETED)) {
        while (rows.next()) {
          ids.add(UUID.fromString(rows.getString("subject_id")));
        }
      }
    }
    return ids;
  }
}
