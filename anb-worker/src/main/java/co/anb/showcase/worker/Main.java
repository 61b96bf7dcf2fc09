package co.anb.showcase.worker;

import co.anb.showcase.domain.media.FileMediaStore;
import co.anb.showcase.worker.processing.ChildTranscoder;
import co.anb.showcase.worker.processing.JobDispatcher;
import co.anb.showcase.worker.processing.JobRunner;
import co.anb.showcase.worker.processing.JobStore;
import co.anb.showcase.worker.processing.KafkaReplication;
import co.anb.showcase.worker.processing.KafkaReports;
import co.anb.showcase.worker.processing.TaskConsumer;
import co.anb.showcase.worker.processing.WorkerMetrics;
import co.anb.showcase.worker.transcode.TranscodeMain;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the worker and stops it cleanly on SIGTERM. */
public final class Main {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  /** For a supervisor: starting again would not help. From sysexits.h. */
  private static final int EXIT_CONFIG = 78;

  private Main() {}

  /**
   * Runs the worker.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      if (args.length > 0) {
        throw new IllegalArgumentException("The worker takes no arguments.");
      }
      start(WorkerSettings.from(ConfigProvider.getConfig()));
    } catch (IllegalStateException | IllegalArgumentException | NoSuchElementException e) {
      LOG.error("Cannot start: {}", e.getMessage());
      System.exit(EXIT_CONFIG);
    } catch (IOException | RuntimeException e) {
      // The timers' threads would keep a half-started JVM alive.
      LOG.error("Cannot start", e);
      System.exit(1);
    }
  }

  private static void start(WorkerSettings settings) throws IOException, InterruptedException {
    var media = new FileMediaStore(settings.mediaRoot());
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var metrics = new WorkerMetrics(registry);
    new JvmMemoryMetrics().bindTo(registry);
    // A heartbeat blocks while the database is down, the check of Kafka's replicas while Kafka is;
    // limits must be enforced all the same.
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(settings.concurrency() + 3);
    var transcoder =
        new ChildTranscoder(
            // A folder of its own for each name: what is left there is this worker's own.
            settings.workDirectory().resolve(settings.name()),
            TranscodeMain.class.getName(),
            settings.child(),
            timer,
            metrics);
    var database = new WorkerDatabase(settings.database(), settings.concurrency() + 2, registry);
    var jobs = new JobStore(database.entities(), settings.name(), settings.lease());
    var reports = new KafkaReports(settings.bootstrapServers(), settings.topics());
    var runner =
        new JobRunner(
            jobs,
            media,
            transcoder,
            reports,
            settings.retries(),
            timer,
            metrics,
            Clock.systemUTC());
    var tracing = Tracing.start(ConfigProvider.getConfig());
    var dispatcher =
        new JobDispatcher(
            jobs, runner, timer, settings.concurrency(), settings.stopGrace(), tracing.tracer());
    var consumer =
        new TaskConsumer(
            settings.bootstrapServers(),
            settings.session(),
            settings.topics().tasks(),
            dispatcher,
            metrics);
    var replication = new KafkaReplication(settings.bootstrapServers(), settings.topics(), metrics);
    var mount = new MountCheck(media, settings.mediaRoot(), jobs::registeredMount);
    var health =
        new HealthServer(
            settings.http().host(),
            settings.http().port(),
            consumer::isAlive,
            Map.of(
                "kafka", consumer::hasJoined,
                "database", jobs::isReachable,
                "media", mount::isInPlace),
            Map.of("sandbox", transcoder::sandboxStrength),
            registry::scrape);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.info("Stopping");
                  dispatcher.close();
                  consumer.close();
                  timer.shutdownNow();
                  transcoder.close();
                  reports.close();
                  replication.close();
                  health.close();
                  database.close();
                  tracing.close();
                },
                "stop"));
    transcoder.prepare();
    mount.await();
    consumer.start();
    replication.start(timer);
    LOG.info("Worker {} has started", settings.name());
  }
}
