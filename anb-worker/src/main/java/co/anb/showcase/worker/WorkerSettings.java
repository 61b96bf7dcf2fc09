package co.anb.showcase.worker;

import co.anb.showcase.domain.video.PublishMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;

/**
 * The worker's settings.
 *
 * @param databaseUrl JDBC address
 * @param databaseUser who connects
 * @param databasePassword their password
 * @param bootstrapServers where Kafka is
 * @param tasksTopic where tasks come from
 * @param mediaRoot the media mount
 * @param workDirectory for scratch folders of running jobs
 * @param name tells workers apart in leases and logs
 * @param lease how long a claim holds without a heart-beat
 * @param concurrency jobs at a time
 * @param jobTimeout the longest that one attempt may take
 * @param publishMode who makes a processed clip public
 * @param httpHost where health is told
 * @param httpPort where health is told
 */
public record WorkerSettings(
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    String bootstrapServers,
    String tasksTopic,
    Path mediaRoot,
    Path workDirectory,
    String name,
    Duration lease,
    int concurrency,
    Duration jobTimeout,
    PublishMode publishMode,
    String httpHost,
    int httpPort) {

  /** Refuses what cannot work. */
  public WorkerSettings {
    if (lease.toSeconds() < 3) {
      throw new IllegalArgumentException("anb.worker.lease-seconds must be at least 3");
    }
    if (concurrency < 1) {
      throw new IllegalArgumentException("anb.worker.concurrency must be at least 1");
    }
  }

  /**
   * Reads them.
   *
   * @throws java.util.NoSuchElementException if one without a default is missing
   * @throws IllegalArgumentException if one has no usable value
   */
  public static WorkerSettings from(Config config) {
    return new WorkerSettings(
        config.getValue("anb.db.url", String.class),
        config.getValue("anb.db.user", String.class),
        config.getOptionalValue("anb.db.password", String.class).orElse(""),
        config.getValue("anb.kafka.bootstrap-servers", String.class),
        config.getOptionalValue("anb.kafka.topic.tasks", String.class).orElse("video_tasks"),
        Path.of(config.getValue("anb.media.root", String.class)),
        config
            .getOptionalValue("anb.worker.work-directory", String.class)
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "anb-worker")),
        config
            .getOptionalValue("anb.worker.name", String.class)
            .orElseGet(() -> "worker-" + UUID.randomUUID().toString().substring(0, 8)),
        Duration.ofSeconds(number(config, "anb.worker.lease-seconds", 60)),
        number(config, "anb.worker.concurrency", 1),
        Duration.ofSeconds(number(config, "anb.worker.job-timeout-seconds", 600)),
        PublishMode.parse(
            config.getOptionalValue("anb.contest.publish-mode", String.class).orElse("auto")),
        config.getOptionalValue("anb.worker.http.host", String.class).orElse("127.0.0.1"),
        number(config, "anb.worker.http.port", 8090));
  }

  private static int number(Config config, String key, int fallback) {
    return config.getOptionalValue(key, Integer.class).orElse(fallback);
  }
}
