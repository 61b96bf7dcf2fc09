package co.anb.showcase.worker.processing;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.domain.mp4.FailureCode;
import co.anb.showcase.domain.processing.DeadTask;
import co.anb.showcase.domain.processing.VideoEvent;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.worker.processing.ChildTranscoder.Outcome;
import co.anb.showcase.worker.transcode.OutputFiles;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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

  /** How the job went. */
  sealed interface Result {
    /** Nothing is left to do. */
    record Over() implements Result {}

    /** It waits in the database for another attempt. */
    record Retry(Duration delay) implements Result {}

    /** The worker stops; others shall have it. */
    record GivenBack() implements Result {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  /** Heart-beats, and news for those who watch. */
  private static final Duration BEAT = Duration.ofSeconds(1);

  /** How the kept detail of an attempt begins that went over its time. */
  static final String TIMED_OUT = "Timed out: ";

  private final JobStore jobs;
  private final MediaStore media;
  private final ChildTranscoder transcoder;
  private final KafkaReports reports;
  private final RetryPolicy retries;
  private final ScheduledExecutorService timer;
  private final WorkerMetrics metrics;
  private final Clock clock;
  private final Set<ChildRun> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * Makes a runner.
   *
   * @param timer for heart-beats; they must not wait behind anything long
   */
  public JobRunner(
      JobStore jobs,
      MediaStore media,
      ChildTranscoder transcoder,
      KafkaReports reports,
      RetryPolicy retries,
      ScheduledExecutorService timer,
      WorkerMetrics metrics,
      Clock clock) {
    this.jobs = jobs;
    this.media = media;
    this.transcoder = transcoder;
    this.reports = reports;
    this.retries = retries;
    this.timer = timer;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Does a job. After {@link #stop} the child is dead and the job given back.
   *
   * @throws RuntimeException if the database is down; the lease then expires
   */
  Result run(Claim.Granted claim) {
    long start = System.nanoTime();
    String outcome = "lost";
    metrics.jobStarted();
    try {
      tell(claim, VideoStatus.PROCESSING, 0, Optional.empty());
      Attempt attempt = attempt(claim);
      outcome = attempt.outcome();
      return attempt.result();
    } finally {
      Span.current().setAttribute("outcome", outcome);
      metrics.jobEnded(outcome, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** How an attempt ended, for the dispatcher and for the metrics. */
  private record Attempt(Result result, String outcome) {}

  private Attempt attempt(Claim.Granted claim) {
    Optional<Path> original = media.find(claim.videoId(), MediaKind.ORIGINAL);
    if (original.isEmpty()) {
      return jobs.videoExists(claim.videoId())
          ? again(claim, "The original is not on the media mount")
          : new Attempt(new Result.Over(), "lost");
    }
    OutputFiles staged = null;
    try {
      staged =
          new OutputFiles(
              media.stage(claim.videoId(), MediaKind.PROCESSED),
              media.stage(claim.videoId(), MediaKind.POSTER),
              media.stage(claim.videoId(), MediaKind.SMALL_POSTER));
      Outcome outcome = transcode(claim, original.get(), staged);
      if (stopping && !(outcome instanceof Outcome.Success)) {
        return giveBack(claim);
      }
      return settle(claim, outcome, staged);
    } catch (IOException e) {
      if (stopping) {
        return giveBack(claim);
      }
      LOG.warn("The attempt failed", e);
      return again(claim, e.toString());
    } catch (InterruptedException e) {
      Attempt givenBack = giveBack(claim);
      Thread.currentThread().interrupt();
      return givenBack;
    } finally {
      if (staged != null) {
        delete(staged);
      }
    }
  }

  private Outcome transcode(Claim.Granted claim, Path original, OutputFiles staged)
      throws IOException, InterruptedException {
    ChildRun run = transcoder.start(original, claim.cut(), staged);
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
            BEAT.toMillis(),
            BEAT.toMillis(),
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
    running.forEach(ChildRun::kill);
  }

  private Attempt giveBack(Claim.Granted claim) {
    jobs.release(claim);
    tell(claim, VideoStatus.UPLOADED, 0, Optional.empty());
    LOG.info("Given back because the worker stops");
    return new Attempt(new Result.GivenBack(), "given_back");
  }

  private boolean beat(Claim.Granted claim, int percent) {
    tell(claim, VideoStatus.PROCESSING, percent, Optional.empty());
    try {
      return jobs.beat(claim, percent);
    } catch (RuntimeException e) {
      // The database may be back before the lease ends; if not, the guarded end changes nothing.
      LOG.warn("The heart-beat failed: {}", e.toString());
      return true;
    }
  }

  private Attempt settle(Claim.Granted claim, Outcome outcome, OutputFiles staged)
      throws IOException {
    if (outcome instanceof Outcome.Success success) {
      return complete(claim, success, staged);
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      return fail(claim, rejected.code(), rejected.detail());
    }
    if (outcome instanceof Outcome.TimedOut timedOut) {
      // The first time, the machine may have been busy. The second time the clip is the cause: it
      // must not occupy workers again, and no operator has to look into it.
      return claim.timedOut()
          ? fail(claim, FailureCode.TOO_DEMANDING, timedOut.detail())
          : again(claim, TIMED_OUT + timedOut.detail());
    }
    return again(claim, ((Outcome.Broken) outcome).detail());
  }

  private Attempt complete(Claim.Granted claim, Outcome.Success success, OutputFiles staged)
      throws IOException {
    media.store(staged.smallPoster(), claim.videoId(), MediaKind.SMALL_POSTER);
    media.store(staged.poster(), claim.videoId(), MediaKind.POSTER);
    media.store(staged.video(), claim.videoId(), MediaKind.PROCESSED);
    metrics.stages(success.stageSeconds());
    if (!jobs.complete(claim, success.durationMillis())) {
      forgetIfDeleted(claim.videoId());
      return new Attempt(new Result.Over(), "lost");
    }
    tell(claim, VideoStatus.PROCESSED, 100, Optional.empty());
    LOG.info("Processed: {} ms, stages {}", success.durationMillis(), success.stageSeconds());
    return new Attempt(new Result.Over(), "processed");
  }

  private Attempt again(Claim.Granted claim, String detail) {
    int failures = claim.failures() + 1;
    if (!jobs.beat(claim, 0)) {
      LOG.warn("The lease was lost: {}", detail);
      return new Attempt(new Result.Over(), "lost");
    }
    if (retries.isExhausted(failures, claim.attempt())) {
      // First the letter: if the rest fails, the job is tried once more and the letter is double.
      reports.bury(new DeadTask(claim.videoId(), claim.attempt(), clock.instant(), detail));
      metrics.deadLetter();
      return fail(claim, FailureCode.PROCESSING_FAILED, detail);
    }
    Duration delay = retries.delay(failures);
    LOG.warn("To be tried again in {}: {}", delay, detail);
    jobs.requeue(claim, detail, delay);
    tell(claim, VideoStatus.UPLOADED, 0, Optional.empty());
    return new Attempt(new Result.Retry(delay), "retried");
  }

  private Attempt fail(Claim.Granted claim, FailureCode code, String detail) {
    if (!jobs.fail(claim, code.code(), detail)) {
      LOG.warn("The lease was lost before the job failed as {}: {}", code.code(), detail);
      return new Attempt(new Result.Over(), "lost");
    }
    tell(claim, VideoStatus.FAILED, 0, Optional.of(code.code()));
    LOG.warn("Failed as {}: {}", code.code(), detail);
    return new Attempt(new Result.Over(), "failed");
  }

  private void tell(
      Claim.Granted claim, VideoStatus status, int percent, Optional<String> failureCode) {
    reports.tell(
        new VideoEvent(
            claim.videoId(), status, percent, claim.attempt(), clock.instant(), failureCode));
  }

  private void forgetIfDeleted(UUID videoId) throws IOException {
    if (jobs.videoExists(videoId)) {
      LOG.warn("The lease was lost; another worker settles the job");
      return;
    }
    // The deletion of the video could not know of files that came later.
    media.delete(videoId, MediaKind.PROCESSED);
    media.delete(videoId, MediaKind.POSTER);
    media.delete(videoId, MediaKind.SMALL_POSTER);
    LOG.info("The video was deleted meanwhile");
  }

  private static void delete(OutputFiles staged) {
    for (Path file : staged.all()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("Cannot delete {}", file, e);
      }
    }
  }
}
