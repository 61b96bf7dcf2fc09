package co.anb.showcase.worker.processing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the worker counts and times. */
public final class WorkerMetrics {

  private final MeterRegistry registry;
  private final MultiGauge encoder;
  private final AtomicInteger running;
  private final AtomicLong lag = new AtomicLong();

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
  }

  void jobStarted() {
    running.incrementAndGet();
  }

  /** Counts a job's end; outcomes are processed, failed, retried, given_back and lost. */
  void jobEnded(String outcome, Duration took) {
    running.decrementAndGet();
    registry.timer("anb.jobs", "outcome", outcome).record(took);
  }

  void stages(Map<String, Double> seconds) {
    seconds.forEach(
        (stage, busy) ->
            registry
                .timer("anb.stage", "stage", stage)
                .record((long) (busy * 1_000_000), TimeUnit.MICROSECONDS));
  }

  void childStarted(String encoderInUse) {
    registry.counter("anb.children.started").increment();
    encoder.register(List.of(MultiGauge.Row.of(Tags.of("encoder", encoderInUse), 1)), true);
  }

  void childDied() {
    registry.counter("anb.children.died").increment();
  }

  void deadLetter() {
    registry.counter("anb.dead.letters").increment();
  }

  void queueLag(long messages) {
    lag.set(messages);
  }
}
