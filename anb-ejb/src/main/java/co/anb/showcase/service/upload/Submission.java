package co.anb.showcase.service.upload;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.processing.ProcessingJob;
import co.anb.showcase.domain.processing.VideoTask;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.delivery.TaskTraces;
import co.anb.showcase.service.delivery.VideoTaskSender;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes an accepted clip's row, its job and its message together or not at all. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Submission {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private VideoTaskSender sender;
  @Inject private TaskTraces traces;
  @Inject private ContestCalendar calendar;
  @Inject private Clock clock;

  /**
   * Submits a clip whose file is in place.
   *
   * @throws ProblemException UNAUTHORIZED if the account is gone, or CLIP_LIMIT
   */
  public void submit(AcceptedClip clip) {
    Integer most = calendar.settings().clipsPerPlayer();
    // With a limit two uploads at the same time must see each other.
    Account owner =
        entities.find(
            Account.class,
            clip.ownerId(),
            most == null ? LockModeType.NONE : LockModeType.PESSIMISTIC_WRITE);
    if (owner == null) {
      throw new ProblemException(ProblemCode.UNAUTHORIZED);
    }
    if (most != null && inContest(clip.ownerId()) >= most) {
      throw new ProblemException(ProblemCode.CLIP_LIMIT);
    }
    Instant now = clock.instant();
    UUID id = clip.id();
    Video video = new Video(id, owner, clip.title(), clip.source(), clip.idempotencyKey(), now);
    video.show(clip.timeline(), clip.part());
    entities.persist(video);
    entities.flush();
    entities.persist(new ProcessingJob(id, now, traces.present().orElse(null)));
    entities.flush();
    sender.send(new VideoTask(id, id, now));
  }

  /**
   * Insists that the player may have another clip, before it is sent in pieces for nothing.
   *
   * @throws ProblemException CLIP_LIMIT
   */
  public void requireAnother(UUID ownerId) {
    Integer most = calendar.settings().clipsPerPlayer();
    if (most != null && inContest(ownerId) >= most) {
      throw new ProblemException(ProblemCode.CLIP_LIMIT);
    }
  }

  /** Clips that have failed, are withheld or were withdrawn take part in nothing. */
  private long inContest(UUID ownerId) {
    return entities
        .createQuery(
            "select count(v) from Video v where v.owner.id = :owner and v.status <> :failed"
                + " and v.withheldAt is null and v.withdrawnAt is null",
            Long.class)
        .setParameter("owner", ownerId)
        .setParameter("failed", VideoStatus.FAILED)
        .getSingleResult();
  }

  /** What was submitted with this key before; empty without a key. */
  public Optional<UUID> earlier(UUID ownerId, String idempotencyKey) {
    if (idempotencyKey == null) {
      return Optional.empty();
    }
    return entities
        .createNamedQuery("Video.earlier", UUID.class)
        .setParameter("owner", ownerId)
        .setParameter("key", idempotencyKey)
        .getResultStream()
        .findFirst();
  }
}
