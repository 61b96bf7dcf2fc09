package co.anb.showcase.service.monitoring;

import co.anb.showcase.service.delivery.TaskQueue;
import co.anb.showcase.service.platform.Readiness;
import co.anb.showcase.service.upload.FreeSpace;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Measures the values that alerts need, every ten seconds, and keeps them for {@code /metrics}. So
 * a scrape costs nothing and does not wait for a database that is down. A value that cannot be
 * measured stays as it was; {@code anb_measured_at_seconds} tells how old that is.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Gauges {

  private static final Logger LOG = System.getLogger(Gauges.class.getName());

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("anb_jobs_waiting", "Jobs that no worker has"),
          Map.entry("anb_jobs_running", "Jobs that a worker has"),
          Map.entry("anb_jobs_given_up", "Jobs that failed too often and wait for an operator"),
          Map.entry("anb_oldest_job_seconds", "Age of the oldest job that is not at its end"),
          Map.entry("anb_jms_pending", "Tasks in this server's queue, 400 at most"),
          Map.entry("anb_jms_oldest_seconds", "Age of the oldest of them"),
          Map.entry("anb_media_free_bytes", "Free space of the media mount"),
          Map.entry("anb_media_size_bytes", "Size of the media mount"),
          Map.entry("anb_media_floor_bytes", "Below so much free space uploads are refused"),
          Map.entry("anb_media_mounted", "1 if the media mount is the one of the start"),
          Map.entry("anb_database_up", "1 if the database answers"),
          Map.entry(
              "anb_database_connect_seconds",
              "Time until a connection of the pool was there and answered"),
          Map.entry("anb_database_standbys", "Copies of the database that follow it by streaming"),
          Map.entry("anb_database_standbys_expected", "How many there shall be, as it is set"),
          Map.entry(
              "anb_database_standby_lag_seconds",
              "How long the slowest of them needs to replay what is written"),
          Map.entry("anb_database_standby_lag_bytes", "How much the slowest of them has to replay"),
          Map.entry("anb_measured_at_seconds", "When these were last measured, since 1970"));

  @Inject private MetricRegistry registry;
  @Inject private JobFigures jobs;
  @Inject private StandbyFigures standbys;
  @Inject private TaskQueue queue;
  @Inject private Readiness readiness;
  @Inject private FreeSpace space;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.media.root")
  private String mediaRoot;

  @Inject
  @ConfigProperty(name = "anb.db.standbys", defaultValue = "0")
  private int standbysExpected;

  private final Map<String, Double> values = new ConcurrentHashMap<>();

  @PostConstruct
  void register() {
    MEANINGS.forEach(
        (name, meaning) ->
            registry.gauge(
                Metadata.builder().withName(name).withDescription(meaning).build(),
                this,
                self -> self.value(name)));
    measure();
  }

  private double value(String name) {
    return values.getOrDefault(name, 0.0);
  }

  /** Measures everything; one failure does not prevent the other measurements. */
  @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
  public void measure() {
    attempt("database", this::measureDatabase);
    attempt("database's standbys", this::measureStandbys);
    attempt("JMS queue", this::measureQueue);
    attempt("media mount", this::measureMedia);
    values.put("anb_measured_at_seconds", clock.millis() / 1e3);
  }

  private static void attempt(String what, Measurement measurement) {
    try {
      measurement.take();
    } catch (IOException | RuntimeException e) {
      // The container gives up a timer whose method fails twice.
      LOG.log(Level.WARNING, "Cannot measure the " + what, e);
    }
  }

  private void measureDatabase() {
    long start = System.nanoTime();
    boolean up = readiness.databaseAnswers();
    values.put("anb_database_connect_seconds", (System.nanoTime() - start) / 1e9);
    values.put("anb_database_up", up ? 1.0 : 0.0);
    if (up) {
      JobFigures.Figures figures = jobs.read();
      values.put("anb_jobs_waiting", (double) figures.waiting());
      values.put("anb_jobs_running", (double) figures.running());
      values.put("anb_jobs_given_up", (double) figures.givenUp());
      values.put("anb_oldest_job_seconds", figures.oldestSeconds());
    }
  }

  private void measureStandbys() {
    values.put("anb_database_standbys_expected", (double) standbysExpected);
    if (values.get("anb_database_up") > 0) {
      StandbyFigures.Figures figures = standbys.read();
      values.put("anb_database_standbys", (double) figures.streaming());
      values.put("anb_database_standby_lag_seconds", figures.lagSeconds());
      values.put("anb_database_standby_lag_bytes", figures.lagBytes());
    }
  }

  private void measureQueue() {
    TaskQueue.Waiting waiting = queue.waiting();
    values.put("anb_jms_pending", (double) waiting.messages());
    values.put("anb_jms_oldest_seconds", waiting.oldestSeconds());
  }

  private void measureMedia() throws IOException {
    values.put("anb_media_mounted", readiness.mediaIsMounted() ? 1.0 : 0.0);
    FileStore disk = Files.getFileStore(Path.of(mediaRoot));
    values.put("anb_media_free_bytes", (double) disk.getUsableSpace());
    values.put("anb_media_floor_bytes", (double) space.floor());
    values.put("anb_media_size_bytes", (double) disk.getTotalSpace());
  }

  @FunctionalInterface
  private interface Measurement {
    void take() throws IOException;
  }
}
