package co.anb.showcase.worker.processing;

import co.anb.showcase.worker.processing.ChildTranscoder.Limits;
import co.anb.showcase.worker.processing.ChildTranscoder.Outcome;
import co.anb.showcase.worker.transcode.ChildReport;
import co.anb.showcase.worker.transcode.Cut;
import co.anb.showcase.worker.transcode.OutputFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** An attempt at a clip, in a child that is watched. */
final class ChildRun {

  private static final Duration LOOK = Duration.ofMillis(500);

  /** Takes a child back. */
  @FunctionalInterface
  interface Release {
    /**
     * Takes it back.
     *
     * @param clean whether it has done all well and may have another clip
     * @throws IOException if its files cannot be removed
     */
    void release(TranscodeChild child, boolean clean) throws IOException;
  }

  private final TranscodeChild child;
  private final Release release;
  private final Limits limits;
  private final ScheduledExecutorService timer;
  private final WorkerMetrics metrics;
  private final Path input;
  private final Cut cut;
  private final OutputFiles output;

  /** Why the child was killed, if it was. */
  private volatile Outcome doubt;

  ChildRun(
      TranscodeChild child,
      Release release,
      Limits limits,
      ScheduledExecutorService timer,
      WorkerMetrics metrics,
      Path input,
      Cut cut,
      OutputFiles output) {
    this.child = child;
    this.release = release;
    this.limits = limits;
    this.timer = timer;
    this.metrics = metrics;
    this.input = input;
    this.cut = cut;
    this.output = output;
  }

  /** Ends the child at once; safe from any thread. */
  void kill() {
    end(new Outcome.Broken("The attempt was ended"));
  }

  private void end(Outcome why) {
    if (doubt == null) {
      doubt = why;
    }
    child.kill();
  }

  /**
   * Waits for the end; kills the child that goes over a limit.
   *
   * @param progress takes percents
   * @throws IOException if files cannot be copied
   */
  Outcome await(IntConsumer progress) throws IOException, InterruptedException {
    boolean clean = false;
    try {
      Outcome outcome = transcode(progress);
      clean = outcome instanceof Outcome.Success && doubt == null;
      return outcome;
    } finally {
      release.release(child, clean);
    }
  }

  private Outcome transcode(IntConsumer progress) throws IOException, InterruptedException {
    ScheduledFuture<?> watch = watch();
    Optional<ChildReport> report;
    try {
      report = child.transcode(input, cut, progress);
    } finally {
      watch.cancel(false);
    }
    if (report.isEmpty()) {
      return dead();
    }
    if (report.get().kind() == ChildReport.Kind.DONE) {
      child.collect(output);
      return new Outcome.Success(report.get().number(), report.get().stageSeconds());
    }
    return report
        .get()
        .permanentFailure()
        .<Outcome>map(code -> new Outcome.Rejected(code, report.get().detail()))
        .orElseGet(() -> new Outcome.Broken(report.get().detail()));
  }

  private Outcome dead() throws InterruptedException {
    child.kill();
    int status = child.status();
    metrics.childDied();
    return doubt != null ? doubt : new Outcome.Broken("The child ended with status " + status);
  }

  private ScheduledFuture<?> watch() {
    long start = System.nanoTime();
    Duration cpuBefore = child.cpu();
    return timer.scheduleWithFixedDelay(
        () -> {
          if (System.nanoTime() - start > limits.wall().toNanos()) {
            end(
                new Outcome.TimedOut(
                    "The attempt took longer than " + limits.wall().toSeconds() + " s"));
          } else if (child.cpu().minus(cpuBefore).compareTo(limits.cpu()) > 0) {
            end(
                new Outcome.TimedOut(
                    "The attempt used more than " + limits.cpu().toSeconds() + " s of CPU time"));
          }
        },
        LOOK.toMillis(),
        LOOK.toMillis(),
        TimeUnit.MILLISECONDS);
  }
}
