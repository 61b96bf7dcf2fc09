package co.anb.showcase.worker.processing;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Works jobs off, a fixed number at a time, wherever the hint that there is a job comes from. The
 * truth is the row in the database: hints may be late, double or wrong.
 */
public final class JobDispatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobDispatcher.class);
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofSeconds(15);

  /** Younger jobs are left to Kafka. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final JobStore jobs;
  private final JobRunner runner;
  private final ScheduledExecutorService timer;
  private final ExecutorService slots;
  private final int concurrency;
  private final Set<UUID> active = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  public JobDispatcher(
      JobStore jobs, JobRunner runner, ScheduledExecutorService timer, int concurrency) {
    this.jobs = jobs;
    this.runner = runner;
    this.timer = timer;
    this.concurrency = concurrency;
    this.slots = Executors.newFixedThreadPool(concurrency);
  }

  /** Starts the regular look for jobs that no message leads to any more. */
  public void start() {
    var unused =
        timer.scheduleWithFixedDelay(
            this::look, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
  }

  /** Whether a job would start at once. */
  boolean hasFreeSlot() {
    return active.size() < concurrency;
  }

  /**
   * Works a job off, or finds that it is not to be done now.
   *
   * @return completes when the message about the job is no longer needed
   */
  CompletableFuture<Void> dispatch(UUID videoId) {
    return dispatch(videoId, 0);
  }

  private CompletableFuture<Void> dispatch(UUID videoId, int tries) {
    if (!active.add(videoId)) {
      return CompletableFuture.completedFuture(null);
    }
    try {
      return CompletableFuture.runAsync(() -> work(videoId, tries), slots);
    } catch (RejectedExecutionException e) {
      active.remove(videoId);
      return new CompletableFuture<>();
    }
  }

  private void work(UUID videoId, int tries) {
    if (stopping) {
      active.remove(videoId);
      return;
    }
    MDC.put("video_id", videoId.toString());
    MDC.put("task_id", videoId.toString());
    try {
      attempt(videoId, tries);
    } catch (RuntimeException e) {
      LOG.warn("The job could not be settled; it will be looked at again", e);
      later(videoId, RETRY, tries);
    } finally {
      active.remove(videoId);
      MDC.clear();
    }
  }

  private void attempt(UUID videoId, int tries) {
    Claim claim = jobs.claim(videoId);
    if (claim instanceof Claim.Granted granted) {
      MDC.put("attempt", Integer.toString(granted.attempt()));
      LOG.info("Claimed");
      if (runner.run(granted) == JobRunner.Result.RETRY) {
        later(videoId, RETRY.multipliedBy(1L << granted.attempt()), 0);
      }
    } else if (claim instanceof Claim.Held held) {
      // Its worker may be dead: a message comes back sooner than the lease ends.
      LOG.info("Another worker has it for {}", held.remaining());
      later(videoId, held.remaining().plusMillis(500), 0);
    } else if (claim instanceof Claim.Absent && tries == 0) {
      // The message can overtake the commit that made the row.
      later(videoId, RETRY, 1);
    } else {
      LOG.info("Nothing to do: {}", claim);
    }
  }

  private void later(UUID videoId, Duration delay, int tries) {
    long jitter = ThreadLocalRandom.current().nextLong(500);
    try {
      var unusedTimer =
          timer.schedule(
              () -> {
                var unused = dispatch(videoId, tries);
              },
              delay.toMillis() + jitter,
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.info("The worker stops; the job stays in the database");
    }
  }

  private void look() {
    int free = concurrency - active.size();
    if (free <= 0) {
      return;
    }
    try {
      jobs.stranded(GRACE, free)
          .forEach(
              videoId -> {
                var unused = dispatch(videoId);
              });
    } catch (RuntimeException e) {
      LOG.warn("Cannot look for stranded jobs: {}", e.toString());
    }
  }

  /** Has what runs given back, and waits for that. */
  @Override
  public void close() {
    stopping = true;
    runner.stop();
    slots.shutdown();
    try {
      if (!slots.awaitTermination(20, TimeUnit.SECONDS)) {
        LOG.warn("A job did not stop in time; its lease will run out");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
