package co.anb.showcase.worker.processing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the worker counts and times. */
public final class WorkerMetrics {

  private static final List<String> OUTCOMES =
      List.of("processed", "failed", "retried", "given_back", "lost");

  private final MeterRegistry registry;
  private final MultiGauge encoder;
  private final AtomicInteger running;
  private final AtomicLong lag = new AtomicLong();
  private final AtomicLong underReplicated = new AtomicLong();
  private final Counter childrenStarted;
  private final Counter childrenDied;
  private final Counter deadLetters;

  public WorkerMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.running = registry.gauge("anb.jobs.running", new AtomicInteger());
    this.encoder =
        MultiGauge.builder("anb.encoder")
            .description("1 for the encoder that the newest child uses")
            .register(registry);
    Gauge.builder("anb.queue.lag", lag, AtomicLong::get)
        .description("Messages of this worker's partitions that are not settled")
        .register(registry);
    Gauge.builder("anb.kafka.under.replicated.partitions", underReplicated, AtomicLong::get)
        .description("Partitions of the product's topics with fewer copies in sync than wanted")
        .register(registry);
    // From the start: an alert cannot see what rises from nothing to one.
    childrenStarted = registry.counter("anb.children.started");
    childrenDied = registry.counter("anb.children.died");
    deadLetters = registry.counter("anb.dead.letters");
    OUTCOMES.forEach(this::jobs);
  }

  private Timer jobs(String outcome) {
    return registry.timer("anb.jobs", "outcome", outcome);
  }

  void underReplicated(long partitions) {
    underReplicated.set(partitions);
  }

  void jobStarted() {
    running.incrementAndGet();
  }

  /** Counts a job's end; outcomes are processed, failed, retried, given_back and lost. */
  void jobEnded(String outcome, Duration took) {
    running.decrementAndGet();
    jobs(outcome).record(took);
  }

  void stages(Map<String, Double> seconds) {
    seconds.forEach(
        (stage, busy) ->
            registry
                .timer("anb.stage", "stage", stage)
                .record((long) (busy * 1_000_000), TimeUnit.MICROSECONDS));
  }

  void childStarted(String encoderInUse) {
    childrenStarted.increment();
    encoder.register(List.of(MultiGauge.Row.of(Tags.of("encoder", encoderInUse), 1)), true);
  }

  void childDied() {
    childrenDied.increment();
  }

  void deadLetter() {
    deadLetters.increment();
  }

  void queueLag(long messages) {
    lag.set(messages);
  }
}
