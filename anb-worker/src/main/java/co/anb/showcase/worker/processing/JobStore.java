package co.anb.showcase.worker.processing;

import co.anb.showcase.domain.processing.JobState;
import co.anb.showcase.worker.transcode.Cut;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
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
                         set state = 'RUNNING', attempt = attempt + 1, progress = 0,
                             lease_owner = :owner,
                             lease_until = clock_timestamp() + make_interval(secs => :lease),
                             started_at = clock_timestamp()
                       where video_id = :id
                         and (state = 'QUEUED'
                                and coalesce(retry_at, '-infinity') <= clock_timestamp()
                              or state = 'RUNNING' and lease_until < clock_timestamp())
                      """)
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
          Object[] row =
              (Object[])
                  manager
                      .createNativeQuery(
                          """
                          select attempt, failures, coalesce(error_detail, ''),
                                 start_ms, coalesce(poster_ms, -1)
                            from processing_job join video on video.id = video_id
                           where video_id = :id
                          """)
                      .setParameter("id", videoId)
                      .getSingleResult();
          return granted(videoId, owner, row);
        });
  }

  private static Claim granted(UUID videoId, String owner, Object[] row) {
    return new Claim.Granted(
        videoId,
        owner,
        ((Number) row[0]).intValue(),
        ((Number) row[1]).intValue(),
        ((String) row[2]).startsWith(JobRunner.TIMED_OUT),
        new Cut(((Number) row[3]).longValue(), ((Number) row[4]).longValue()));
  }

  private static Claim refused(EntityManager manager, UUID videoId) {
    List<?> rows =
        manager
            .createNativeQuery(
                """
                select state,
                       cast(extract(epoch from coalesce(lease_until, retry_at, now())
                                               - clock_timestamp()) as float8)
                  from processing_job where video_id = :id
                """)
            .setParameter("id", videoId)
            .getResultList();
    if (rows.isEmpty()) {
      return new Claim.Absent();
    }
    Object[] row = (Object[]) rows.get(0);
    return switch (JobState.valueOf((String) row[0])) {
      case DONE, FAILED -> new Claim.Finished();
      case QUEUED, RUNNING ->
          new Claim.Held(
              Duration.ofMillis((long) (Math.max(0, ((Number) row[1]).doubleValue()) * 1000)));
    };
  }

  /**
   * Extends the lease and tells the progress.
   *
   * @return false if the lease was lost or the video deleted
   */
  boolean beat(Claim.Granted claim, int progress) {
    return update(
            claim,
            """
            update processing_job
               set lease_until = clock_timestamp() + make_interval(secs => %d), progress = %d
             where video_id = :id and lease_owner = :owner
            """
                .formatted(lease.toSeconds(), progress))
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
              execute(
                  manager,
                  claim,
                  """
                  update processing_job
                     set state = 'DONE', progress = 100, lease_owner = null, lease_until = null,
                         finished_at = clock_timestamp(), error_detail = null
                   where video_id = :id and lease_owner = :owner
                  """);
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
                           when withheld_at is not null
                             or exists (select 1 from contest
                                         where publish_mode <> 'AUTO' or result_id is not null
                                            or voting_closes <= now())
                           then published_at
                           else coalesce(published_at, now())
                         end
                   where id = :id
                  """)
              .setParameter("duration", durationMillis)
              .setParameter("id", claim.videoId())
              .executeUpdate();
          return true;
        });
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
              manager
                  .createNativeQuery(
                      """
                      update processing_job
                         set state = 'FAILED', lease_owner = null, lease_until = null,
                             finished_at = clock_timestamp(), error_detail = :detail
                       where video_id = :id and lease_owner = :owner
                      """)
                  .setParameter("detail", shorten(detail))
                  .setParameter("id", claim.videoId())
                  .setParameter("owner", claim.owner())
                  .executeUpdate();
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
              manager
                  .createNativeQuery(
                      """
                      update processing_job
                         set state = 'QUEUED', lease_owner = null, lease_until = null,
                             failures = failures + 1, error_detail = :detail,
                             retry_at = clock_timestamp() + make_interval(secs => :delay)
                       where video_id = :id and lease_owner = :owner
                      """)
                  .setParameter("detail", shorten(detail))
                  .setParameter("delay", delay.toMillis() / 1000.0)
                  .setParameter("id", claim.videoId())
                  .setParameter("owner", claim.owner())
                  .executeUpdate();
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
          int released =
              execute(
                  manager,
                  claim,
                  """
                  update processing_job
                     set state = 'QUEUED', lease_owner = null, lease_until = null, progress = 0
                   where video_id = :id and lease_owner = :owner
                  """);
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

  private int update(Claim.Granted claim, String sql) {
    return transactions.run(manager -> execute(manager, claim, sql));
  }

  private static int execute(EntityManager manager, Claim.Granted claim, String sql) {
    return manager
        .createNativeQuery(sql)
        .setParameter("id", claim.videoId())
        .setParameter("owner", claim.owner())
        .executeUpdate();
  }

  private static String shorten(String detail) {
    return detail.substring(0, Math.min(MAX_DETAIL, detail.length()));
  }
}
