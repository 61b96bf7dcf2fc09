package co.anb.showcase.service.upload;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.mp4.FileFault;
import co.anb.showcase.domain.video.ShownPart;
import co.anb.showcase.domain.video.SourceProperties;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.limit.Limits;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a clip in: the file first, beside its place, checked and renamed; then row and message in
 * one transaction. A failure leaves nothing behind.
 */
@Stateless
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
// No transaction while a phone on a slow line sends its file: the short one is Submission's.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadService {

  /** So large may a file be, in bytes. */
  public static final long MAX_BYTES = 100L * 1024 * 1024;

  private static final int MAX_KEY = 120;
  private static final long MIB = 1L << 20;

  /** A resumable upload that was begun in time may be finished so much after the deadline. */
  private static final Duration LATE = Duration.ofHours(1);

  @Inject private MediaStore media;
  @Inject private Submission submission;
  @Inject private ContestCalendar calendar;
  @Inject private UnfinishedUploads unfinished;
  @Inject private FreeSpace space;
  @Inject private Limits limits;

  /**
   * Accepts or refuses an upload.
   *
   * @return the clip's id, which is its task's id too
   * @throws ProblemException INVALID_FILE, INVALID_FIELD, PHASE_CLOSED, CLIP_LIMIT,
   *     INSUFFICIENT_STORAGE, or TOO_MANY_REQUESTS for too many bytes
   */
  public UUID accept(Upload upload) {
    String key = key(upload.idempotencyKey());
    space.require(0);
    try {
      return store(upload, key);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot store an upload", e);
    }
  }

  private UUID store(Upload upload, String key) throws IOException {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Path staged = media.stage(id, MediaKind.ORIGINAL);
    try {
      Upload.Description said =
          upload.form().read(content -> receive(content, staged, upload.ownerId()));
      String title = UploadRules.title(said.title());
      if (Files.notExists(staged)) {
        throw ProblemException.file(FileFault.FILE_MISSING, "The part video_file is missing.");
      }
      Optional<UUID> earlier = submission.earlier(upload.ownerId(), key);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      // After the look at the key: a client that repeats an upload that was in time gets its
      // result.
      calendar.requireUploadsOpen();
      return submit(staged, id, new Wish(upload.ownerId(), title, said.part(), key));
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  /**
   * Submits a clip that has arrived in pieces. Called again, it answers the first result. An upload
   * whose content is refused is deleted; after any other failure it can be tried again.
   *
   * @return the clip's id, which is its task's id too
   * @throws ProblemException INVALID_FILE, INVALID_FIELD, PHASE_CLOSED, UPLOAD_NOT_FOUND,
   *     UPLOAD_INCOMPLETE or UPLOAD_LOCKED
   */
  public UUID finish(UUID ownerId, UUID uploadId, String title, ShownPart part) {
    String checked = UploadRules.title(title);
    try (HeldUpload upload = unfinished.hold(ownerId, uploadId)) {
      return finish(upload, new Wish(ownerId, checked, part, "upload " + uploadId));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot finish an upload", e);
    }
  }

  private UUID finish(HeldUpload upload, Wish wish) throws IOException {
    Optional<UUID> earlier = submission.earlier(wish.ownerId(), wish.key());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Path file = upload.file();
    calendar.requireUploadsOpen(LATE);
    try {
      UUID id = submit(file, UuidCreator.getTimeOrderedEpoch(), wish);
      upload.discard();
      return id;
    } catch (ProblemException e) {
      if (e.code() == ProblemCode.INVALID_FILE) {
        upload.discard();
      }
      throw e;
    }
  }

  /** Checks a file and gives it its place, its row and its message; it stays staged if it fails. */
  private UUID submit(Path staged, UUID id, Wish wish) throws IOException {
    ClipTimeline clip = UploadRules.read(staged, calendar.settings().acceptQuicktime());
    UploadRules.check(wish.part(), clip);
    var source =
        new SourceProperties(
            Files.size(staged), (int) clip.durationMillis(), clip.shownWidth(), clip.shownHeight());
    media.store(staged, id, MediaKind.ORIGINAL);
    boolean submitted = false;
    try {
      submission.submit(
          new AcceptedClip(
              id, wish.ownerId(), wish.title(), source, clip, wish.part(), wish.key()));
      submitted = true;
      return id;
    } catch (RuntimeException e) {
      // Two uploads with one key at the same time: the constraint let the other one win.
      return submission.earlier(wish.ownerId(), wish.key()).orElseThrow(() -> e);
    } finally {
      if (!submitted) {
        media.withdraw(id, MediaKind.ORIGINAL, staged);
      }
    }
  }

  /** What the owner wants of a clip. */
  private record Wish(UUID ownerId, String title, ShownPart part, String key) {}

  private void receive(InputStream content, Path file, UUID ownerId) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[1 << 16];
      long total = 0;
      for (int count; (count = content.read(buffer)) >= 0; ) {
        // Counted as they arrive: nobody fills the mount with what is refused afterwards.
        limits.upload(ownerId, mebibytes(total + count) - mebibytes(total));
        total += count;
        UploadRules.size(total);
        out.write(buffer, 0, count);
      }
    }
  }

  private static long mebibytes(long bytes) {
    return (bytes + MIB - 1) / MIB;
  }

  private static String key(String key) {
    if (key == null || key.isBlank()) {
      return null;
    }
    if (key.length() > MAX_KEY) {
      throw ProblemException.fields(List.of(new FieldError("Idempotency-Key", "field_too_long")));
    }
    return key;
  }
}
