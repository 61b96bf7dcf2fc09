package co.anb.showcase.backup;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Deletes accounts again that a restored back-up has revived, as the product deletes them: their
 * clips with all files, the account with all that hangs on it, and the link between the person and
 * the votes. The audit trail says so.
 */
final class Redeletion {

  private static final String RECORD =
      """
      insert into audit_entry (id, at, action, subject_type, subject_id, reason)
      values (gen_random_uuid(), now(), 'account.delete', 'account', cast(? as text),
        'deleted after the back-up that was restored')
      """;

  private final DataSource database;
  private final Path mediaRoot;

  Redeletion(DataSource database, Path mediaRoot) {
    this.database = database;
    this.mediaRoot = mediaRoot;
  }

  /**
   * Deletes those of the accounts that exist; the database is at this release's schema.
   *
   * @return how many existed
   */
  int delete(Collection<UUID> accounts) throws SQLException, IOException {
    int deleted = 0;
    for (UUID account : accounts) {
      List<Path> files = new ArrayList<>();
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        files.add(file(account, MediaKind.AVATAR));
        for (UUID clip : clips(connection, account)) {
          MediaKind.OF_CLIPS.forEach(kind -> files.add(file(clip, kind)));
        }
        update(connection, "delete from video where owner_id = ?", account);
        if (update(connection, "delete from account where id = ?", account) == 0) {
          continue;
        }
        eraseVoter(connection, account);
        update(connection, RECORD, account);
        connection.commit();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      deleted++;
    }
    return deleted;
  }

  private Path file(UUID id, MediaKind kind) {
    return mediaRoot.resolve(MediaStore.relativePath(id, kind));
  }

  private static List<UUID> clips(Connection connection, UUID account) throws SQLException {
    List<UUID> clips = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement("select id from video where owner_id = ?")) {
      query.setObject(1, account);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          clips.add(rows.getObject("id", UUID.class));
        }
      }
    }
    return clips;
  }

  private static int update(Connection connection, String sql, UUID account) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, account);
      return statement.executeUpdate();
    }
  }

  private static void eraseVoter(Connection connection, UUID account) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement("select erase_voter(?)")) {
      call.setObject(1, account);
      call.execute();
    }
  }
}
