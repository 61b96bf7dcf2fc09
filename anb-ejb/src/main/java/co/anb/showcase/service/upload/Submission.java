package co.anb.showcase.service.upload;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.processing.ProcessingJob;
import co.anb.showcase.domain.processing.VideoTask;
import co.anb.showcase.domain.video.Video;
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
  @Inject private Clock clock;

  /**
   * Submits a clip whose file is in place.
   *
   * @throws ProblemException UNAUTHORIZED if the account is gone
   */
  public void submit(AcceptedClip clip) {
    Account owner = entities.find(Account.class, clip.ownerId());
    if (owner == null) {
      throw new ProblemException(ProblemCode.UNAUTHORIZED);
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
