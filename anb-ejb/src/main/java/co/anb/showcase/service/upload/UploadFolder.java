package co.anb.showcase.service.upload;

import co.anb.showcase.service.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.apache.commons.io.FileUtils;

/** The unfinished uploads of one account. */
final class UploadFolder {

  private static final Duration SOON = Duration.ofMinutes(1);

  private final UuidUploadIdFactory ids = new UuidUploadIdFactory();
  private final Path path;
  private final UploadFiles files;
  private final UploadLocks locks;

  UploadFolder(Path path) {
    this.path = path;
    this.files = new UploadFiles(path);
    this.locks = new UploadLocks(path);
    files.setIdFactory(ids);
    locks.setIdFactory(ids);
  }

  /** An upload, and when something of it was last written. */
  private record Entry(Path folder, Instant written) {

    static Entry of(Path folder) {
      try (Stream<Path> parts = Files.walk(folder)) {
        return new Entry(
            folder, parts.map(Entry::written).max(Comparator.naturalOrder()).orElse(Instant.MIN));
      } catch (IOException e) {
        // It is being deleted.
        return new Entry(folder, Instant.MIN);
      }
    }

    private static Instant written(Path part) {
      try {
        return Files.getLastModifiedTime(part).toInstant();
      } catch (IOException e) {
        return Instant.MIN;
      }
    }

    UploadId id() {
      return new UploadId(folder.getFileName().toString());
    }
  }

  /** The protocol, spoken about these uploads. Nothing but what our clients need is switched on. */
  TusFileUploadService protocol(long maxBytes, Duration kept) {
    return new TusFileUploadService()
        .withUploadIdFactory(ids)
        .withUploadStorageService(files)
        .withUploadLockingService(locks)
        .withMaxUploadSize(maxBytes)
        .withUploadExpirationPeriod(kept.toMillis())
        .disableTusExtension("checksum")
        .disableTusExtension("concatenation");
  }

  /**
   * Sees to it that another upload is not one too many: those that nobody has worked on for the
   * longest time have to go.
   *
   * @throws ProblemException TOO_MANY_REQUESTS if all of them are being worked on
   */
  void makeRoom(int most) throws IOException {
    List<Entry> entries = entries();
    int tooMany = entries.size() - most + 1;
    for (Entry entry : entries) {
      if (tooMany > 0 && discard(entry)) {
        tooMany--;
      }
    }
    if (tooMany > 0) {
      throw ProblemException.tooMany(SOON);
    }
  }

  /** Locks an upload for other requests, whether it exists or not. */
  HeldUpload hold(UUID uploadId) throws IOException {
    try {
      return new HeldUpload(
          files, new UploadId(uploadId), locks.lockUploadByUri(ids.getUploadUri() + uploadId));
    } catch (TusException e) {
      throw new IOException(e);
    }
  }

  /**
   * Deletes uploads that nobody has gone on with, and itself if it has not held any since.
   *
   * @return how many there were
   */
  int discardOld(Instant limit) throws IOException {
    int discarded = 0;
    for (Entry entry : entries()) {
      if (entry.written().isBefore(limit) && discard(entry)) {
        discarded++;
      }
    }
    if (Files.getLastModifiedTime(path).toInstant().isBefore(limit)) {
      locks.cleanupStaleLocks();
      deleteIfEmpty();
    }
    return discarded;
  }

  private boolean discard(Entry entry) throws IOException {
    if (locks.isLocked(entry.id())) {
      return false;
    }
    FileUtils.deleteDirectory(entry.folder().toFile());
    return true;
  }

  private void deleteIfEmpty() throws IOException {
    try {
      try (Stream<Path> parts = Files.list(path)) {
        for (Path part : parts.toList()) {
          Files.delete(part);
        }
      }
      Files.delete(path);
    } catch (DirectoryNotEmptyException e) {
      // In use.
    }
  }

  /** Those that have waited longest come first. */
  private List<Entry> entries() throws IOException {
    try (Stream<Path> folders = Files.list(files.folder())) {
      return folders.map(Entry::of).sorted(Comparator.comparing(Entry::written)).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
