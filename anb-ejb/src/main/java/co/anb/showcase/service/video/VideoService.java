package co.anb.showcase.service.video;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.processing.ProcessingJob;
import co.anb.showcase.domain.video.PublishMode;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.platform.MediaFiles;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What owners do with their clips. */
@Stateless
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
public class VideoService {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private MediaFiles files;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private ContestCalendar calendar;

  /**
   * The owner's clips, oldest first unless {@code newestFirst}. Queries alone need no transaction
   * around them: it would cost two more ways to the database.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<VideoRow> own(UUID ownerId, boolean newestFirst, int limit, int offset) {
    String query = newestFirst ? "Video.ownNewestFirst" : "Video.ownOldestFirst";
    List<VideoRow> rows =
        entities
            .createNamedQuery(query, Tuple.class)
            .setParameter("owner", ownerId)
            .setMaxResults(limit)
            .setFirstResult(offset)
            .getResultStream()
            .map(VideoService::view)
            .toList();
    boolean whole = offset == 0 && rows.size() < limit;
    return new Page<>(rows, whole ? rows.size() : count(ownerId));
  }

  private static VideoRow view(Tuple row) {
    Long votes = row.get("votes", Long.class);
    ProcessingJob job = row.get("job", ProcessingJob.class);
    return new VideoRow(
        row.get("video", Video.class), votes == null ? 0 : votes, job == null ? 0 : job.progress());
  }

  private long count(UUID ownerId) {
    return entities
        .createNamedQuery("Video.ownCount", Long.class)
        .setParameter("owner", ownerId)
        .getSingleResult();
  }

  /**
   * One of the owner's clips.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, or FORBIDDEN for another account's clip
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public VideoRow detail(UUID videoId, UUID ownerId) {
    VideoRow view =
        entities
            .createNamedQuery("Video.one", Tuple.class)
            .setParameter("id", videoId)
            .getResultStream()
            .map(VideoService::view)
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemCode.VIDEO_NOT_FOUND));
    checkOwner(view.video(), ownerId);
    return view;
  }

  /**
   * Deletes a clip that is not public: its row, its job, and after the commit its files. A worker
   * that is at it finds the job gone and drops its result.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, FORBIDDEN or NOT_DELETABLE; WRONG_STATE for one that
   *     was withdrawn, since its votes would go with it
   */
  public void delete(UUID videoId, UUID ownerId) {
    Video video = locked(videoId, ownerId);
    if (video.isPublished()) {
      throw new ProblemException(ProblemCode.NOT_DELETABLE);
    }
    requireNotWithdrawn(video);
    ProcessingJob job = entities.find(ProcessingJob.class, videoId);
    if (job != null) {
      entities.remove(job);
    }
    entities.remove(video);
    files.deleteAfterCommit(videoId, MediaKind.OF_CLIPS);
  }

  /**
   * Takes a public clip out of the contest, for good, in any phase. Its votes and score sheets stay
   * and no longer count; a result that is fixed stays as it is. Doing it again changes nothing.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, FORBIDDEN or NOT_PUBLISHED
   */
  public void withdraw(UUID videoId, UUID ownerId) {
    Video video = locked(videoId, ownerId);
    if (video.isWithdrawn()) {
      return;
    }
    Instant published =
        video.publishedAt().orElseThrow(() -> new ProblemException(ProblemCode.NOT_PUBLISHED));
    video.withdraw(clock.instant());
    audit.record(
        AuditEntry.of(ownerId, "video.withdraw", "video", videoId)
            .with(
                Json.createObjectBuilder()
                    .add("owner_id", ownerId.toString())
                    .add("published_at", published.toString())
                    .build()));
  }

  private static void requireNotWithdrawn(Video video) {
    if (video.isWithdrawn()) {
      throw new ProblemException(ProblemCode.WRONG_STATE);
    }
  }

  /**
   * Makes a processed clip public, where owners may. Doing it again changes nothing.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, FORBIDDEN, WITHHELD, NOT_PROCESSED or PHASE_CLOSED;
   *     WRONG_STATE for one that was withdrawn
   */
  public void publish(UUID videoId, UUID ownerId) {
    Video video = locked(videoId, ownerId);
    if (video.isWithheld()) {
      throw new ProblemException(ProblemCode.WITHHELD);
    }
    requireNotWithdrawn(video);
    if (video.status() != VideoStatus.PROCESSED) {
      throw new ProblemException(ProblemCode.NOT_PROCESSED);
    }
    if (video.isPublished()) {
      return;
    }
    if (calendar.settings().publishMode() == PublishMode.MODERATED) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    calendar.requirePublicationOpen();
    video.publish(clock.instant());
  }

  private Video locked(UUID videoId, UUID ownerId) {
    Video video = entities.find(Video.class, videoId, LockModeType.PESSIMISTIC_WRITE);
    if (video == null) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    checkOwner(video, ownerId);
    return video;
  }

  private static void checkOwner(Video video, UUID ownerId) {
    if (!video.owner().id().equals(ownerId)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }
}
