package co.anb.showcase.backup;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The media files that the rows of a database name, as paths below the media root. Small posters
 * are not among them: older clips have none, and the large ones replace them.
 */
final class NamedFiles {

  private NamedFiles() {}

  static SortedSet<String> of(Connection connection) throws SQLException {
    SortedSet<String> paths = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet clips =
          statement.executeQuery("select id, status = 'PROCESSED' as processed from video")) {
        while (clips.next()) {
          UUID id = clips.getObject("id", UUID.class);
          paths.add(MediaStore.relativePath(id, MediaKind.ORIGINAL));
          if (clips.getBoolean("processed")) {
            paths.add(MediaStore.relativePath(id, MediaKind.PROCESSED));
            paths.add(MediaStore.relativePath(id, MediaKind.POSTER));
          }
        }
      }
      try (ResultSet accounts =
          statement.executeQuery("select id from account where avatar_at is not null")) {
        while (accounts.next()) {
          paths.add(
              MediaStore.relativePath(accounts.getObject("id", UUID.class), MediaKind.AVATAR));
        }
      }
    }
    return paths;
  }
}
