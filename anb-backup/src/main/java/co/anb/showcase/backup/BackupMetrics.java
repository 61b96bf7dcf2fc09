package co.anb.showcase.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** Metrics of the latest back-up, for Prometheus. */
final class BackupMetrics {

  private BackupMetrics() {}

  /**
   * Writes the file atomically.
   *
   * @throws BackupException if it cannot be written
   */
  static void write(Path file, Manifest manifest) {
    Path making = file.resolveSibling(file.getFileName() + ".making");
    try {
      Files.writeString(
          making,
          """
          # HELP anb_backup_finished_seconds When the last back-up was finished, since 1970.
          # TYPE anb_backup_finished_seconds gauge
          anb_backup_finished_seconds %d
          # HELP anb_backup_missing_files Files that rows name and that were not on the mount.
          # TYPE anb_backup_missing_files gauge
          anb_backup_missing_files %d
          """
              .formatted(Instant.now().getEpochSecond(), manifest.missing().size()));
      Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BackupException("Cannot write the metrics: " + e, e);
    }
  }
}
