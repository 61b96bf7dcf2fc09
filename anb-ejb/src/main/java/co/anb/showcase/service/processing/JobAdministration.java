package co.anb.showcase.service.processing;

import co.anb.showcase.domain.processing.JobState;
import co.anb.showcase.domain.processing.JobTransition;
import co.anb.showcase.domain.processing.VideoTask;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.delivery.VideoTaskSender;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What administrators do about the work on clips. */
@Stateless
@RolesAllowed("ADMIN")
public class JobAdministration {

  private static final String FROM =
      """
      from processing_job j
      join video v on v.id = j.video_id
      join account a on a.id = v.owner_id
      where (cast(:state as varchar) is null or j.state = :state)
      """;

  private static final String ROWS =
      """
      select j.video_id, v.title, a.id as owner_id, a.first_name || ' ' || a.last_name as owner_name,
             j.state, j.attempt, j.failures, j.progress, j.lease_owner, j.queued_at, j.started_at, j.finished_at,
             j.retry_at, j.error_detail, v.failure_code
      """
          + FROM
          + """
          order by coalesce(j.finished_at, j.started_at, j.queued_at) desc, j.video_id desc
          limit :limit offset :offset
          """;

  private static final String REVIVE =
      """
      with revived as (
        update processing_job
           set state = :to, failures = 0, progress = 0, retry_at = null, finished_at = null,
               queued_at = clock_timestamp(), sent_at = clock_timestamp(), resends = 0
         where video_id = :id and state in (:from)
           and exists (select from video where id = :id and original_deleted_at is null)
        returning video_id, error_detail),
      reset as (
        update video set status = 'UPLOADED', failure_code = null
         where id in (select video_id from revived) and status = 'FAILED')
      select error_detail from revived
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private VideoTaskSender sender;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Jobs, those that something happened to last first.
   *
   * @param state or null for all
   */
  public Page<JobRow> list(JobState state, int limit, int offset) {
    String wanted = state == null ? null : state.name();
    List<?> rows =
        entities
            .createNativeQuery(ROWS, Tuple.class)
            .setParameter("state", wanted)
            .setParameter("limit", limit)
            .setParameter("offset", offset)
            .getResultList();
    Number total =
        (Number)
            entities
                .createNativeQuery("select count(*) " + FROM)
                .setParameter("state", wanted)
                .getSingleResult();
    return new Page<>(rows.stream().map(row -> job((Tuple) row)).toList(), total.longValue());
  }

  private static JobRow job(Tuple row) {
    return new JobRow(
        row.get("video_id", UUID.class),
        row.get("title", String.class),
        row.get("owner_id", UUID.class),
        row.get("owner_name", String.class),
        JobState.valueOf(row.get("state", String.class)),
        row.get("attempt", Number.class).intValue(),
        row.get("failures", Number.class).intValue(),
        row.get("progress", Number.class).intValue(),
        row.get("lease_owner", String.class),
        row.get("queued_at", Instant.class),
        row.get("started_at", Instant.class),
        row.get("finished_at", Instant.class),
        row.get("retry_at", Instant.class),
        row.get("error_detail", String.class),
        row.get("failure_code", String.class));
  }

  /** Which of these clips' jobs have failed and can be replayed. */
  public Set<UUID> failed(Collection<UUID> videoIds) {
    if (videoIds.isEmpty()) {
      return Set.of();
    }
    return entities
        .createQuery(
            "select j.videoId from ProcessingJob j where j.videoId in :ids and j.state = :failed",
            UUID.class)
        .setParameter("ids", videoIds)
        .setParameter("failed", JobState.FAILED)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  /**
   * Has a clip whose job failed processed once more. Its state and its message are committed
   * together.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, or WRONG_STATE if its job has not failed or its
   *     original is gone
   */
  public void replay(UUID videoId, UUID administratorId) {
    if (entities
        .createQuery("select j.videoId from ProcessingJob j where j.videoId = :id", UUID.class)
        .setParameter("id", videoId)
        .getResultList()
        .isEmpty()) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    if (!revive(videoId, administratorId)) {
      throw new ProblemException(ProblemCode.WRONG_STATE);
    }
  }

  /**
   * Does the same for several at once and leaves those alone that have not failed.
   *
   * @return the clips that are processed once more
   */
  public List<UUID> replayAll(Collection<UUID> videoIds, UUID administratorId) {
    List<UUID> replayed = new ArrayList<>();
    for (UUID id : new LinkedHashSet<>(videoIds)) {
      if (revive(id, administratorId)) {
        replayed.add(id);
      }
    }
    return List.copyOf(replayed);
  }

  private boolean revive(UUID videoId, UUID administratorId) {
    List<?> errors =
        entities
            .createNativeQuery(REVIVE)
            .setParameter("id", videoId)
            .setParameter("to", JobTransition.REPLAY.to().name())
            .setParameter("from", JobTransition.REPLAY.fromNames())
            .getResultList();
    if (errors.isEmpty()) {
      return false;
    }
    sender.send(new VideoTask(videoId, videoId, clock.instant()));
    audit.record(
        AuditEntry.of(administratorId, "job.replay", "video", videoId)
            .with(
                Json.createObjectBuilder()
                    .add("error_detail", String.valueOf(errors.get(0)))
                    .build()));
    return true;
  }
}
