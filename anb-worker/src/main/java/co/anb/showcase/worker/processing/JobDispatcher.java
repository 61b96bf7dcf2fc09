package co.anb.showcase.worker.processing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
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
 * Works jobs off, a fixed number at a time. The truth is the row in the database: messages may be
 * late, double or wrong, and what a dying worker forgets the web tier's sweeper sends again.
 */
public final class JobDispatcher implements TaskConsumer.Jobs, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobDispatcher.class);

  /** After a failure that the job did not cause, such as a database that is down. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final JobStore jobs;
  private final JobRunner runner;
  private final ScheduledExecutorService timer;
  private final ExecutorService slots;
  private final int concurrency;
  private final Duration grace;
  private final Tracer tracer;
  private final Set<UUID> active = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * Makes a dispatcher.
   *
   * @param concurrency jobs at a time
   * @param grace how long jobs may still run when the worker stops
   * @param tracer is told of every look at a job
   */
  public JobDispatcher(
      JobStore jobs,
      JobRunner runner,
      ScheduledExecutorService timer,
      int concurrency,
      Duration grace,
      Tracer tracer) {
    this.jobs = jobs;
    this.runner = runner;
    this.timer = timer;
    this.concurrency = concurrency;
    this.grace = grace;
    this.tracer = tracer;
    this.slots = Executors.newFixedThreadPool(concurrency);
  }

  @Override
  public boolean hasFreeSlot() {
    return !stopping && active.size() < concurrency;
  }

  @Override
  public CompletableFuture<Void> dispatch(UUID videoId, Context trace) {
    return dispatch(videoId, trace, 0);
  }

  private CompletableFuture<Void> dispatch(UUID videoId, Context trace, int tries) {
    var settled = new CompletableFuture<Void>();
    if (!active.add(videoId)) {
      settled.complete(null);
      return settled;
    }
    try {
      slots.execute(
          () -> {
            if (work(videoId, trace, tries)) {
              settled.complete(null);
            }
          });
    } catch (RejectedExecutionException e) {
      active.remove(videoId);
    }
    return settled;
  }

  /** Returns whether the message about the job is no longer needed. */
  private boolean work(UUID videoId, Context trace, int tries) {
    Span span =
        tracer
            .spanBuilder("video_tasks process")
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(trace)
            .setAttribute("video_id", videoId.toString())
            .startSpan();
    MDC.put("video_id", videoId.toString());
    MDC.put("task_id", videoId.toString());
    if (span.getSpanContext().isValid()) {
      MDC.put("trace_id", span.getSpanContext().getTraceId());
    }
    try {
      return !stopping && trace.with(span).wrapSupplier(() -> attempt(videoId, trace, tries)).get();
    } catch (RuntimeException e) {
      LOG.warn("The job could not be settled; it will be looked at again", e);
      span.setStatus(StatusCode.ERROR, e.toString());
      later(videoId, trace, LOOK_AGAIN, tries);
      return true;
    } finally {
      span.end();
      active.remove(videoId);
      MDC.clear();
    }
  }

  private boolean attempt(UUID videoId, Context trace, int tries) {
    Claim claim = jobs.claim(videoId);
    if (claim instanceof Claim.Granted granted) {
      MDC.put("attempt", Integer.toString(granted.attempt()));
      Span.current().setAttribute("attempt", granted.attempt());
      LOG.info("Claimed");
      JobRunner.Result result = runner.run(granted);
      if (result instanceof JobRunner.Result.Retry retry) {
        later(videoId, trace, retry.delay(), 0);
      }
      return !(result instanceof JobRunner.Result.GivenBack);
    }
    if (claim instanceof Claim.Held held) {
      // Its worker may be dead: a message comes back sooner than the lease ends.
      LOG.info("It is to be had in {}", held.remaining());
      later(videoId, trace, held.remaining(), 0);
    } else if (claim instanceof Claim.Absent && tries == 0) {
      // The message can overtake the commit that made the row.
      later(videoId, trace, LOOK_AGAIN, 1);
    } else {
      LOG.info("Nothing to do: {}", claim);
    }
    return true;
  }

  private void later(UUID videoId, Context trace, Duration delay, int tries) {
    long jitter = ThreadLocalRandom.current().nextLong(100, 500);
    try {
      var unusedTimer =
          timer.schedule(
              () -> {
                var unused = dispatch(videoId, trace, tries);
              },
              delay.toMillis() + jitter,
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.info("The worker stops; the job stays in the database");
    }
  }

  /** Takes nothing new, lets what runs end within the grace, and has the rest given back. */
  @Override
  public void close() {
    stopping = true;
    slots.shutdown();
    try {
      if (slots.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      runner.stop();
      if (!slots.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("A job did not stop in time; its lease will run out");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
