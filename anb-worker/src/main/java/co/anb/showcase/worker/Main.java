package co.anb.showcase.worker;

import co.anb.showcase.domain.media.FileMediaStore;
import co.anb.showcase.worker.processing.ChildTranscoder;
import co.anb.showcase.worker.processing.JobDispatcher;
import co.anb.showcase.worker.processing.JobRunner;
import co.anb.showcase.worker.processing.JobStore;
import co.anb.showcase.worker.processing.TaskConsumer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the worker and stops it cleanly on SIGTERM. */
public final class Main {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int EXIT_CONFIG = 78;

  private Main() {}

  /** Takes no arguments; see {@link WorkerSettings}. */
  public static void main(String[] args) throws IOException {
    try {
      start(WorkerSettings.from(ConfigProvider.getConfig()));
    } catch (IllegalStateException | IllegalArgumentException | NoSuchElementException e) {
      LOG.error("Cannot start: {}", e.getMessage());
      System.exit(EXIT_CONFIG);
    }
  }

  private static void start(WorkerSettings settings) throws IOException {
    var media = new FileMediaStore(settings.mediaRoot());
    Path marker = settings.mediaRoot().resolve(FileMediaStore.MARKER);
    // A folder of its own for each name: what is left there is this worker's own.
    var transcoder =
        new ChildTranscoder(
            settings.workDirectory().resolve(settings.name()),
            absoluteClassPath(),
            settings.jobTimeout());
    transcoder.cleanUp();
    HikariDataSource pool = pool(settings);
    EntityManagerFactory entities =
        Persistence.createEntityManagerFactory(
            "anb-worker",
            Map.of(
                "jakarta.persistence.nonJtaDataSource",
                pool,
                // Lets the worker start while the database is away.
                "hibernate.boot.allow_jdbc_metadata_access",
                "false",
                "jakarta.persistence.database-product-name",
                "PostgreSQL"));
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    var jobs = new JobStore(entities, settings.name(), settings.lease(), settings.publishMode());
    var runner = new JobRunner(jobs, media, transcoder, timer, settings.lease());
    var dispatcher = new JobDispatcher(jobs, runner, timer, settings.concurrency());
    var consumer = new TaskConsumer(settings.bootstrapServers(), settings.tasksTopic(), dispatcher);
    var health =
        new HealthServer(
            settings.httpHost(),
            settings.httpPort(),
            consumer::isAlive,
            Map.of(
                "kafka", consumer::hasJoined,
                "database", jobs::isReachable,
                "media", () -> Files.isRegularFile(marker)));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.info("Stopping");
                  dispatcher.close();
                  consumer.close();
                  timer.shutdownNow();
                  health.close();
                  entities.close();
                  pool.close();
                },
                "stop"));
    dispatcher.start();
    consumer.start();
    LOG.info("Worker {} has started", settings.name());
  }

  private static HikariDataSource pool(WorkerSettings settings) {
    var config = new HikariConfig();
    config.setJdbcUrl(settings.databaseUrl());
    config.setUsername(settings.databaseUser());
    config.setPassword(settings.databasePassword());
    config.setMaximumPoolSize(settings.concurrency() + 2);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /** The child works in another directory, so relative entries would be lost. */
  private static String absoluteClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
