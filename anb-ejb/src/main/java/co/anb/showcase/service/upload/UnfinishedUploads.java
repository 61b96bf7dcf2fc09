package co.anb.showcase.service.upload;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.domain.mp4.FileFault;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.limit.Limits;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import me.desair.tus.server.TusFileUploadService;
import org.apache.commons.io.FileUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Uploads that arrive in pieces. They lie on the media mount, so that any server can go on with
 * them, and each account has a folder of its own, so that nobody meets another's.
 */
@ApplicationScoped
public class UnfinishedUploads {

  /** So many may an account have at a time. */
  public static final int MOST = 3;

  private static final long MIB = 1L << 20;

  @Inject private MediaStore media;
  @Inject private ContestCalendar calendar;
  @Inject private FreeSpace space;
  @Inject private Submission submission;
  @Inject private Limits limits;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.uploads.kept-seconds", defaultValue = "86400")
  private long keptSeconds;

  /**
   * Allows an upload to begin. With one too many, the one that has waited longest is dropped.
   *
   * @param bytes its length
   * @throws ProblemException INVALID_FILE, PHASE_CLOSED, CLIP_LIMIT, INSUFFICIENT_STORAGE, or
   *     TOO_MANY_REQUESTS for too many bytes, or if all of the account's uploads are being received
   *     at this moment
   */
  public void begin(UUID ownerId, long bytes) {
    if (bytes == 0) {
      throw ProblemException.file(FileFault.FILE_MISSING, "It is empty.");
    }
    UploadRules.size(bytes);
    calendar.requireUploadsOpen();
    space.require(bytes);
    submission.requireAnother(ownerId);
    limits.upload(ownerId, (bytes + MIB - 1) / MIB);
    try {
      folder(ownerId).makeRoom(MOST);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make room for an upload", e);
    }
  }

  /**
   * Insists that there is room for more of what has begun.
   *
   * @throws ProblemException INSUFFICIENT_STORAGE
   */
  public void requireRoom() {
    space.require(0);
  }

  /** The protocol of an account's uploads; the caller has to set the address. */
  public TusFileUploadService of(UUID ownerId) {
    try {
      return folder(ownerId).protocol(UploadRules.MAX_BYTES, Duration.ofSeconds(keptSeconds));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach unfinished uploads", e);
    }
  }

  HeldUpload hold(UUID ownerId, UUID uploadId) throws IOException {
    return folder(ownerId).hold(uploadId);
  }

  /**
   * Deletes those that were not continued for the time that they are kept.
   *
   * @return how many there were
   */
  public int discardOld() throws IOException {
    Instant limit = clock.instant().minusSeconds(keptSeconds);
    int discarded = 0;
    for (Path account : accounts()) {
      try {
        discarded += new UploadFolder(account).discardOld(limit);
      } catch (NoSuchFileException e) {
        // Another server sweeps at the same time, or the account was deleted.
      }
    }
    return discarded;
  }

  /** Deletes all that an account has begun. */
  public void discardAll(UUID ownerId) {
    try {
      FileUtils.deleteDirectory(path(ownerId).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete unfinished uploads of " + ownerId, e);
    }
  }

  private List<Path> accounts() throws IOException {
    try (Stream<Path> folders = Files.list(media.unfinished(MediaKind.ORIGINAL))) {
      // Anything but a folder, links included, was not made by this class.
      return folders.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  private UploadFolder folder(UUID ownerId) throws IOException {
    return new UploadFolder(path(ownerId));
  }

  private Path path(UUID ownerId) throws IOException {
    return media.unfinished(MediaKind.ORIGINAL).resolve(ownerId.toString());
  }
}
