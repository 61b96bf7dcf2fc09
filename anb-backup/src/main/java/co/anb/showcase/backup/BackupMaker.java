package co.anb.showcase.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Makes a back-up while everything runs: first the database, as of one moment, then the files. A
 * file exists before a row names it, so the files include all that the rows name, except for those
 * deleted in between; the database is asked again about these.
 */
final class BackupMaker {

  static final String UNFINISHED = ".unfinished";

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

  private final DataSource database;
  private final Path mediaRoot;
  private final Runnable betweenDatabaseAndMedia;
  private Duration filesTook = Duration.ZERO;
  private long fileBytes;
  private Duration rowsTook = Duration.ZERO;

  BackupMaker(DataSource database, Path mediaRoot) {
    this(database, mediaRoot, () -> {});
  }

  /**
   * @param betweenDatabaseAndMedia called between the two steps; a test deletes something there
   */
  BackupMaker(DataSource database, Path mediaRoot, Runnable betweenDatabaseAndMedia) {
    this.database = database;
    this.mediaRoot = mediaRoot;
    this.betweenDatabaseAndMedia = betweenDatabaseAndMedia;
  }

  /**
   * Makes a back-up. It gets its name when it is complete; the folder of a failed attempt ends in
   * {@value #UNFINISHED}.
   *
   * @param parent the folder of back-ups, created if missing
   * @throws BackupException if the database or the mount cannot be read, or the back-up not written
   */
  Backup create(Path parent) {
    try {
      Files.createDirectories(parent);
      Optional<Backup> previous = Backup.newest(parent);
      String name = NAME.format(ZonedDateTime.now(ZoneOffset.UTC));
      // It holds password hashes and personal data: readable by the owner only.
      Path folder =
          Files.createDirectory(
              parent.resolve(name + UNFINISHED),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      write(folder, previous);
      Path finished = parent.resolve(name);
      Files.move(folder, finished, StandardCopyOption.ATOMIC_MOVE);
      Durable.force(parent);
      return Backup.open(finished);
    } catch (SQLException e) {
      throw new BackupException("Cannot read the database: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BackupException("Cannot make the back-up: " + e, e);
    }
  }

  /** How long the files took. */
  Duration filesTook() {
    return filesTook;
  }

  /** The size of the files that were copied, not linked. */
  long fileBytes() {
    return fileBytes;
  }

  /** How long the rows took. */
  Duration rowsTook() {
    return rowsTook;
  }

  private void write(Path folder, Optional<Backup> previous) throws SQLException, IOException {
    var checksums = new Checksums();
    long start = System.nanoTime();
    DatabaseDump.Result dump = new DatabaseDump(database, folder, checksums).write();
    rowsTook = Duration.ofNanos(System.nanoTime() - start);
    betweenDatabaseAndMedia.run();
    var media = new MediaCopy(mediaRoot, folder, checksums, previous);
    start = System.nanoTime();
    media.copy();
    filesTook = Duration.ofNanos(System.nanoTime() - start);
    fileBytes = media.bytes();

    SortedSet<String> missing = new TreeSet<>(dump.files());
    missing.removeAll(media.copied());
    SortedSet<String> deleted = new TreeSet<>(missing);
    if (!missing.isEmpty()) {
      SortedSet<String> named = namedNow();
      deleted.removeAll(named);
      missing.retainAll(named);
    }
    var manifest =
        new Manifest(
            dump.takenAt(),
            dump.changes(),
            dump.tables(),
            dump.sequences(),
            media.copied().size(),
            media.linked(),
            List.copyOf(missing),
            List.copyOf(deleted));
    Path file = folder.resolve(Backup.MANIFEST);
    Files.writeString(file, manifest.toJson());
    Durable.force(file);
    checksums.put(Backup.MANIFEST, Checksums.of(file));
    checksums.write(folder.resolve(Backup.CHECKSUMS));
  }

  private SortedSet<String> namedNow() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return NamedFiles.of(connection);
    }
  }
}
