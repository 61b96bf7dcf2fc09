package co.anb.showcase.service.upkeep;

import co.anb.showcase.domain.processing.VideoTask;
import co.anb.showcase.service.delivery.VideoTaskSender;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Jobs that wait, or whose worker is silent, for so long that their message may be lost. They are
 * sent again; if the first message was only slow, the worker's claim makes the second one harmless.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StrandedJobs {

  /** Most jobs that are sent again in one transaction. */
  static final int BATCH = 100;

  private static final Logger LOG = System.getLogger(StrandedJobs.class.getName());

  // Rows that another server has locked are left to it. Times are the database's.
  private static final String SEND_AGAIN =
      """
      with stranded as (
        select video_id from processing_job
        where (state = 'QUEUED'
               and coalesce(retry_at, queued_at)
                   < clock_timestamp() - make_interval(secs => :grace)
               or state = 'RUNNING' and lease_until < clock_timestamp() - interval '5 seconds')
          and sent_at < clock_timestamp()
              - least(make_interval(secs => :pause * power(2, least(resends, 20))),
                      interval '1 hour')
        order by sent_at
        limit :batch
        for update skip locked)
      update processing_job j set sent_at = clock_timestamp(), resends = j.resends + 1
      from stranded s where j.video_id = s.video_id
      returning j.video_id, j.queued_at, j.state, j.resends, j.trace_parent
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private VideoTaskSender sender;

  @Inject
  @ConfigProperty(name = "anb.sweeper.grace-seconds", defaultValue = "30")
  private double graceSeconds;

  @Inject
  @ConfigProperty(name = "anb.sweeper.resend-seconds", defaultValue = "60")
  private double resendSeconds;

  /**
   * Sends one batch again. A job comes at the earliest after the set pause, then after twice that,
   * and so on up to an hour.
   *
   * @return how many there were, at most {@link #BATCH}
   */
  public int sendAgain() {
    List<?> rows =
        entities
            .createNativeQuery(SEND_AGAIN, Tuple.class)
            .setParameter("grace", graceSeconds)
            .setParameter("pause", resendSeconds)
            .setParameter("batch", BATCH)
            .getResultList();
    rows.forEach(row -> send((Tuple) row));
    return rows.size();
  }

  private void send(Tuple row) {
    UUID id = row.get("video_id", UUID.class);
    sender.send(
        new VideoTask(id, id, row.get("queued_at", Instant.class)),
        Optional.ofNullable(row.get("trace_parent", String.class)));
    LOG.log(
        Level.INFO,
        "Sent again video_id={0} task_id={0} state={1} resends={2}",
        id,
        row.get("state"),
        row.get("resends"));
  }
}
