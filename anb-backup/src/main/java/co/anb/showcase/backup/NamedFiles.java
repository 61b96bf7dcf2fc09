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
 * are not among them: older clips have none, and the large ones replace them. Nor is what the
 * product has deleted because its time was over.
 */
final class NamedFiles {

  private NamedFiles() {}

  static SortedSet<String> of(Connection connection) throws SQLException {
    SortedSet<String> paths = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet clips =
          statement.executeQuery(
              // As JSON, because the schema of an earlier release lacks these columns.
              "select id, to_jsonb(video) ->> 'original_deleted_at' is null as original,"
                  + " status = 'PROCESSED' as processed from video"
                  + " where to_jsonb(video) ->> 'files_deleted_at' is null")) {
        while (clips.next()) {
          UUID id = clips.getObject("id", UUID.class);
          if (clips.getBoolean("original")) {
            paths.add(MediaStore.relativePath(id, MediaKind.ORIGINAL));
          }
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
