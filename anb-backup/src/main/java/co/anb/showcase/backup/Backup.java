package co.anb.showcase.backup;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finished back-up.
 *
 * @param folder where it is
 * @param manifest what it holds
 * @param checksums of all its files but themselves
 */
record Backup(Path folder, Manifest manifest, Checksums checksums) {

  static final String MANIFEST = "backup.json";
  static final String CHECKSUMS = "SHA256SUMS";
  static final String DATABASE = "database/";
  static final String MEDIA = "media/";

  /**
   * Opens a back-up.
   *
   * @throws BackupException if the folder is no back-up, or one that was never finished
   */
  static Backup open(Path folder) {
    try {
      Path manifest = folder.resolve(MANIFEST);
      var checksums = Checksums.read(folder.resolve(CHECKSUMS));
      if (!Checksums.of(manifest).equals(checksums.get(MANIFEST))) {
        throw new BackupException(manifest + " is not what was written");
      }
      try (JsonReader reader = Json.createReader(Files.newBufferedReader(manifest))) {
        return new Backup(folder, Manifest.fromJson(reader.readObject()), checksums);
      }
    } catch (NoSuchFileException e) {
      throw new BackupException(folder + " is no finished back-up: " + e.getMessage(), e);
    } catch (IOException | JsonException e) {
      throw new BackupException("Cannot read the back-up " + folder + ": " + e.getMessage(), e);
    }
  }

  /** The latest finished back-up in a folder of back-ups. */
  static Optional<Backup> newest(Path folder) throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      return names
          .filter(each -> Files.exists(each.resolve(CHECKSUMS)))
          .filter(each -> !each.getFileName().toString().endsWith(BackupMaker.UNFINISHED))
          .max(Path::compareTo)
          .map(Backup::open);
    }
  }

  /**
   * Reads every file and compares it with its check sum.
   *
   * @throws BackupException naming the first file that is missing or has changed
   */
  void verify() {
    for (String path : checksums.paths()) {
      try {
        if (!Checksums.of(folder.resolve(path)).equals(checksums.get(path))) {
          throw new BackupException(path + " is not what was written");
        }
      } catch (IOException e) {
        throw new BackupException("Cannot read " + path + ": " + e, e);
      }
    }
  }
}
