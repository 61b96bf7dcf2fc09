package co.anb.showcase.worker.processing;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.worker.processing.ChildTranscoder.Outcome;
import co.anb.showcase.worker.transcode.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one claimed job, from the original to the published result. */
public final class JobRunner {

  /** After so many attempts that broke, the video has failed. */
  static final int MAX_ATTEMPTS = 3;

  /** How the job went. */
  enum Result {
    /** Nothing is left to do. */
    OVER,
    /** It waits in the database for another attempt. */
    RETRY
  }

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private final JobStore jobs;
  private final MediaStore media;
  private final ChildTranscoder transcoder;
  private final ScheduledExecutorService timer;
  private final Duration beat;
  private final Set<ChildTranscoder.Run> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * Makes a runner.
   *
   * @param timer for heart-beats; they must not wait behind anything long
   * @param lease how long a claim holds without a heart-beat
   */
  public JobRunner(
      JobStore jobs,
      MediaStore media,
      ChildTranscoder transcoder,
      ScheduledExecutorService timer,
      Duration lease) {
    this.jobs = jobs;
    this.media = media;
    this.transcoder = transcoder;
    this.timer = timer;
    Duration third = lease.dividedBy(3);
    // Often enough for a progress bar, too.
    this.beat = third.compareTo(Duration.ofSeconds(2)) < 0 ? third : Duration.ofSeconds(2);
  }

  /**
   * Does a job. After {@link #stop} the child is dead and the job given back.
   *
   * @throws RuntimeException if the database is away; the lease then runs out by itself
   */
  Result run(Claim.Granted claim) {
    Optional<Path> original = media.find(claim.videoId(), MediaKind.ORIGINAL);
    if (original.isEmpty()) {
      if (!jobs.videoExists(claim.videoId())) {
        return Result.OVER;
      }
      return again(claim, "The original is not on the media mount");
    }
    Path video = null;
    Path poster = null;
    try {
      video = media.stage(claim.videoId(), MediaKind.PROCESSED);
      poster = media.stage(claim.videoId(), MediaKind.POSTER);
      Outcome outcome = transcode(claim, original.get(), video, poster);
      if (stopping && !(outcome instanceof Outcome.Success)) {
        return giveBack(claim);
      }
      return settle(claim, outcome, video, poster);
    } catch (IOException e) {
      LOG.warn("The attempt broke", e);
      return again(claim, e.toString());
    } catch (InterruptedException e) {
      Result result = giveBack(claim);
      Thread.currentThread().interrupt();
      return result;
    } finally {
      deleteStaged(video);
      deleteStaged(poster);
    }
  }

  private Outcome transcode(Claim.Granted claim, Path original, Path video, Path poster)
      throws IOException, InterruptedException {
    ChildTranscoder.Run run = transcoder.start(original, video, poster);
    running.add(run);
    if (stopping) {
      run.kill();
    }
    var percent = new AtomicInteger();
    var lost = new AtomicBoolean();
    ScheduledFuture<?> heart =
        timer.scheduleWithFixedDelay(
            () -> {
              if (!beat(claim, percent.get())) {
                lost.set(true);
                run.kill();
              }
            },
            beat.toMillis(),
            beat.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      Outcome outcome = run.await(percent::set);
      return lost.get() ? new Outcome.Broken("The lease was lost") : outcome;
    } finally {
      heart.cancel(false);
      running.remove(run);
    }
  }

  /** Kills the children that run; their jobs are given back. */
  void stop() {
    stopping = true;
    running.forEach(ChildTranscoder.Run::kill);
  }

  private Result giveBack(Claim.Granted claim) {
    jobs.release(claim);
    LOG.info("Given back because the worker stops");
    return Result.OVER;
  }

  private boolean beat(Claim.Granted claim, int percent) {
    try {
      return jobs.beat(claim, percent);
    } catch (RuntimeException e) {
      // The database may be back before the lease ends; if not, the guarded end changes nothing.
      LOG.warn("The heart-beat failed: {}", e.toString());
      return true;
    }
  }

  private Result settle(Claim.Granted claim, Outcome outcome, Path video, Path poster)
      throws IOException {
    if (outcome instanceof Outcome.Success success) {
      media.store(poster, claim.videoId(), MediaKind.POSTER);
      media.store(video, claim.videoId(), MediaKind.PROCESSED);
      if (jobs.complete(claim, success.durationMillis())) {
        LOG.info("Processed: {} ms", success.durationMillis());
      } else {
        forgetIfDeleted(claim.videoId());
      }
      return Result.OVER;
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      fail(claim, rejected.code(), rejected.detail());
      return Result.OVER;
    }
    return again(claim, ((Outcome.Broken) outcome).detail());
  }

  private Result again(Claim.Granted claim, String detail) {
    if (claim.attempt() >= MAX_ATTEMPTS) {
      fail(claim, FailureCode.PROCESSING_FAILED, detail);
      return Result.OVER;
    }
    LOG.warn("To be tried again: {}", detail);
    jobs.requeue(claim, detail);
    return Result.RETRY;
  }

  private void fail(Claim.Granted claim, FailureCode code, String detail) {
    boolean changed = jobs.fail(claim, code.code(), detail);
    LOG.warn("Failed as {}: {}{}", code.code(), detail, changed ? "" : " (lease lost)");
  }

  private void forgetIfDeleted(UUID videoId) throws IOException {
    if (jobs.videoExists(videoId)) {
      LOG.warn("The lease was lost; another worker settles the job");
      return;
    }
    // Whoever deleted the video could not know of files that came later.
    media.delete(videoId, MediaKind.PROCESSED);
    media.delete(videoId, MediaKind.POSTER);
    LOG.info("The video was deleted meanwhile");
  }

  private static void deleteStaged(Path staged) {
    if (staged == null) {
      return;
    }
    try {
      Files.deleteIfExists(staged);
    } catch (IOException e) {
      LOG.warn("Cannot delete {}", staged, e);
    }
  }
}
