package co.anb.showcase.worker.processing;

import co.anb.showcase.domain.contest.Contest;
import co.anb.showcase.domain.contest.Phases;
import co.anb.showcase.domain.processing.JobState;
import co.anb.showcase.domain.processing.JobTransition;
import co.anb.showcase.domain.video.PublishMode;
import co.anb.showcase.worker.transcode.Cut;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The jobs in the database, which alone decides who has a job. Times are the database's: leases
 * must not depend on the clocks of several machines. All methods throw {@link
 * jakarta.persistence.PersistenceException} if the database is not to be reached.
 */
public final class JobStore {

  private static final int MAX_DETAIL = 500;

  private final Transactions transactions;
  private final String workerName;
  private final Duration lease;

  public JobStore(EntityManagerFactory factory, String workerName, Duration lease) {
    this.transactions = new Transactions(factory);
    this.workerName = workerName;
    this.lease = lease;
  }

  /** Tries to get a job that waits or whose lease has ended. */
  Claim claim(UUID videoId) {
    String owner = workerName + "/" + UUID.randomUUID();
    return transactions.run(
        manager -> {
          int claimed =
              manager
                  .createNativeQuery(
                      """
                      update processing_job
                         set state = :to, attempt = attempt + 1, progress = 0,
                             lease_owner = :owner,
                             lease_until = clock_timestamp() + make_interval(secs => :lease),
                             started_at = clock_timestamp()
                       where video_id = :id
                         and state in (:from)
                         and (lease_owner is null
                                and coalesce(retry_at, '-infinity') <= clock_timestamp()
                              or lease_until < clock_timestamp())
                      """)
                  .setParameter("to", JobTransition.CLAIM.to().name())
                  .setParameter("from", JobTransition.CLAIM.fromNames())
                  .setParameter("owner", owner)
                  .setParameter("lease", (double) lease.toSeconds())
                  .setParameter("id", videoId)
                  .executeUpdate();
          if (claimed == 0) {
            return refused(manager, videoId);
          }
          manager
              .createNativeQuery(
                  "update video set status = 'PROCESSING' where id = :id and status = 'UPLOADED'")
              .setParameter("id", videoId)
              .executeUpdate();
          Tuple row =
              (Tuple)
                  manager
                      .createNativeQuery(
                          """
                          select attempt, failures, coalesce(error_detail, '') as detail,
                                 start_ms, coalesce(poster_ms, -1) as poster_ms
                            from processing_job join video on video.id = video_id
                           where video_id = :id
                          """,
                          Tuple.class)
                      .setParameter("id", videoId)
                      .getSingleResult();
          return granted(videoId, owner, row);
        });
  }

  private static Claim granted(UUID videoId, String owner, Tuple row) {
    return new Claim.Granted(
        videoId,
        owner,
        row.get("attempt", Number.class).intValue(),
        row.get("failures", Number.class).intValue(),
        row.get("detail", String.class).startsWith(JobRunner.TIMED_OUT),
        new Cut(
            row.get("start_ms", Number.class).longValue(),
            row.get("poster_ms", Number.class).longValue()));
  }

  private static Claim refused(EntityManager manager, UUID videoId) {
    List<?> rows =
        manager
            .createNativeQuery(
                """
                select state,
                       cast(extract(epoch from coalesce(lease_until, retry_at, now())
                                               - clock_timestamp()) as float8) as remaining
                  from processing_job where video_id = :id
                """,
                Tuple.class)
            .setParameter("id", videoId)
            .getResultList();
    if (rows.isEmpty()) {
      return new Claim.Absent();
    }
    Tuple row = (Tuple) rows.get(0);
    return switch (JobState.valueOf(row.get("state", String.class))) {
      case DONE, FAILED -> new Claim.Finished();
      case QUEUED, RUNNING ->
          new Claim.Held(
              Duration.ofMillis(
                  (long) (Math.max(0, row.get("remaining", Number.class).doubleValue()) * 1000)));
    };
  }

  /**
   * Extends the lease and tells the progress.
   *
   * @return false if the lease was lost or the video deleted
   */
  boolean beat(Claim.Granted claim, int progress) {
    return transactions.run(
            manager ->
                manager
                    .createNativeQuery(
                        """
                        update processing_job
                           set lease_until = clock_timestamp() + make_interval(secs => :lease),
                               progress = :progress
                         where video_id = :id and lease_owner = :owner
                        """)
                    .setParameter("lease", (double) lease.toSeconds())
                    .setParameter("progress", progress)
                    .setParameter("id", claim.videoId())
                    .setParameter("owner", claim.owner())
                    .executeUpdate())
        == 1;
  }

  /**
   * Ends a job well and publishes the clip, if the contest is set so at this moment, its voting is
   * not over, and no administrator withholds the clip.
   *
   * @return false if the lease was lost or the video deleted; nothing has changed then
   */
  boolean complete(Claim.Granted claim, int durationMillis) {
    return transactions.run(
        manager -> {
          int done =
              step(
                  manager,
                  claim,
                  JobTransition.COMPLETE,
                  "progress = 100, finished_at = clock_timestamp(), error_detail = null",
                  Map.of());
          if (done == 0) {
            return false;
          }
          manager
              .createNativeQuery(
                  """
                  update video
                     set status = 'PROCESSED', processed_at = now(), duration_ms = :duration,
                         failure_code = null,
                         published_at = case
                           when :publish and withheld_at is null
                           then coalesce(published_at, now())
                           else published_at
                         end
                   where id = :id
                  """)
              .setParameter("duration", durationMillis)
              .setParameter("publish", publishesNow(manager))
              .setParameter("id", claim.videoId())
              .executeUpdate();
          return true;
        });
  }

  /** Whether the contest publishes a clip by itself at this moment, by the database's clock. */
  private static boolean publishesNow(EntityManager manager) {
    Contest contest = manager.find(Contest.class, Contest.KEY);
    if (contest == null) {
      // No web server has made it yet; then the defaults count.
      return true;
    }
    Tuple clock =
        (Tuple) manager.createNativeQuery("select now() as now", Tuple.class).getSingleResult();
    return contest.settings().publishMode() == PublishMode.AUTO
        && Phases.of(contest.state(), clock.get("now", Instant.class)).publicationOpen();
  }

  /**
   * Ends a job badly.
   *
   * @return false if the lease was lost or the video deleted; nothing has changed then
   */
  boolean fail(Claim.Granted claim, String code, String detail) {
    return transactions.run(
        manager -> {
          int failed =
              step(
                  manager,
                  claim,
                  JobTransition.FAIL,
                  "finished_at = clock_timestamp(), error_detail = :detail",
                  Map.of("detail", shorten(detail)));
          if (failed == 0) {
            return false;
          }
          manager
              .createNativeQuery(
                  "update video set status = 'FAILED', failure_code = :code where id = :id")
              .setParameter("code", code)
              .setParameter("id", claim.videoId())
              .executeUpdate();
          return true;
        });
  }

  /** Gives a job back to be tried again after a while; the failure counts. */
  void requeue(Claim.Granted claim, String detail, Duration delay) {
    transactions.run(
        manager -> {
          int requeued =
              step(
                  manager,
                  claim,
                  JobTransition.RETRY,
                  "failures = failures + 1, error_detail = :detail,"
                      + " retry_at = clock_timestamp() + make_interval(secs => :delay)",
                  Map.of("detail", shorten(detail), "delay", delay.toMillis() / 1000.0));
          if (requeued == 1) {
            backToUploaded(manager, claim);
          }
          return null;
        });
  }

  /** Gives a job back; no failure is counted. */
  void release(Claim.Granted claim) {
    transactions.run(
        manager -> {
          int released = step(manager, claim, JobTransition.RELEASE, "progress = 0", Map.of());
          if (released == 1) {
            backToUploaded(manager, claim);
          }
          return null;
        });
  }

  private static void backToUploaded(EntityManager manager, Claim.Granted claim) {
    manager
        .createNativeQuery(
            "update video set status = 'UPLOADED' where id = :id and status = 'PROCESSING'")
        .setParameter("id", claim.videoId())
        .executeUpdate();
  }

  /** The identity of the media mount that this database belongs to, once a web server has told. */
  public Optional<UUID> registeredMount() {
    return transactions.run(
        manager -> {
          List<?> markers =
              manager
                  .createNativeQuery("select marker from media_mount", UUID.class)
                  .getResultList();
          return markers.stream().map(UUID.class::cast).findFirst();
        });
  }

  /** Whether the video still exists. */
  boolean videoExists(UUID videoId) {
    return transactions.run(
        manager ->
            !manager
                .createNativeQuery("select 1 from video where id = :id")
                .setParameter("id", videoId)
                .getResultList()
                .isEmpty());
  }

  /** Whether the database answers. */
  public boolean isReachable() {
    try {
      return transactions.run(
          manager -> !manager.createNativeQuery("select 1").getResultList().isEmpty());
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Ends a claim: changes the job's state if the claim's lease still holds. */
  private static int step(
      EntityManager manager,
      Claim.Granted claim,
      JobTransition transition,
      String assignments,
      Map<String, Object> parameters) {
    Query update =
        manager
            .createNativeQuery(
                """
                update processing_job
                   set state = :to, lease_owner = null, lease_until = null, %s
                 where video_id = :id and lease_owner = :owner and state in (:from)
                """
                    .formatted(assignments))
            .setParameter("to", transition.to().name())
            .setParameter("from", transition.fromNames())
            .setParameter("id", claim.videoId())
            .setParameter("owner", claim.owner());
    parameters.forEach(update::setParameter);
    return update.executeUpdate();
  }

  private static String shorten(String detail) {
    return detail.substring(0, Math.min(MAX_DETAIL, detail.length()));
  }
}
