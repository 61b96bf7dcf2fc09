package co.anb.showcase.worker;

import co.anb.showcase.worker.processing.ChildTranscoder;
import co.anb.showcase.worker.processing.KafkaTopics;
import co.anb.showcase.worker.processing.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.Config;

/**
 * The worker's settings.
 *
 * @param database where the jobs are
 * @param bootstrapServers where Kafka is
 * @param topics the names of its topics
 * @param mediaRoot the media mount
 * @param workDirectory for what children read and write
 * @param name tells workers apart in leases and logs
 * @param lease how long a claim holds without a heartbeat
 * @param session how long the worker may be silent before Kafka gives its partitions to others
 * @param concurrency jobs at a time
 * @param stopGrace how long jobs may still run when the worker stops
 * @param retries when failed attempts are retried
 * @param child what a child process may use
 * @param http where health and metrics are served
 */
record WorkerSettings(
    Database database,
    String bootstrapServers,
    KafkaTopics topics,
    Path mediaRoot,
    Path workDirectory,
    String name,
    Duration lease,
    Duration session,
    int concurrency,
    Duration stopGrace,
    RetryPolicy retries,
    ChildTranscoder.Limits child,
    Http http) {

  private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

  /** A database and who connects to it. */
  record Database(String url, String user, String password) {}

  /** Where to listen. */
  record Http(String host, int port) {}

  /** Refuses what cannot work. */
  WorkerSettings {
    if (lease.toSeconds() < 3) {
      throw new IllegalArgumentException("anb.worker.lease-seconds must be at least 3");
    }
    if (session.toSeconds() < 6 || session.toSeconds() > 300) {
      throw new IllegalArgumentException("anb.worker.session-seconds must be 6 to 300");
    }
    if (concurrency < 1) {
      throw new IllegalArgumentException("anb.worker.concurrency must be at least 1");
    }
    if (child.memoryBytes() < 1L << 30) {
      throw new IllegalArgumentException("anb.worker.child.memory-mib must be at least 1024");
    }
    if (child.jobsPerChild() < 1) {
      throw new IllegalArgumentException("anb.worker.child.jobs must be at least 1");
    }
    // It becomes a folder's name.
    if (!name.matches("[A-Za-z0-9._-]{1,60}")) {
      throw new IllegalArgumentException(
          "anb.worker.name must be 1 to 60 letters, digits, dots, dashes and underscores");
    }
  }

  /**
   * Reads them.
   *
   * @throws java.util.NoSuchElementException if one without a default is missing
   * @throws IllegalArgumentException if one has no usable value
   */
  static WorkerSettings from(Config config) {
    return new WorkerSettings(
        database(config),
        config.getValue("anb.kafka.bootstrap-servers", String.class),
        topics(config),
        Path.of(config.getValue("anb.media.root", String.class)),
        config
            .getOptionalValue("anb.worker.work-directory", String.class)
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "anb-worker")),
        config
            .getOptionalValue("anb.worker.name", String.class)
            .orElseGet(() -> "worker-" + UUID.randomUUID().toString().substring(0, 8)),
        seconds(config, "anb.worker.lease-seconds", 30),
        seconds(config, "anb.worker.session-seconds", 15),
        number(config, "anb.worker.concurrency", 1),
        seconds(config, "anb.worker.stop-grace-seconds", 10),
        new RetryPolicy(
            number(config, "anb.worker.max-attempts", 5),
            seconds(config, "anb.worker.retry-seconds", 5),
            LONGEST_RETRY,
            () -> ThreadLocalRandom.current().nextDouble()),
        new ChildTranscoder.Limits(
            (long) number(config, "anb.worker.child.memory-mib", 3072) << 20,
            seconds(config, "anb.worker.job-timeout-seconds", 600),
            seconds(config, "anb.worker.job-cpu-seconds", 900),
            number(config, "anb.worker.child.jobs", 20),
            config.getOptionalValue("anb.worker.child.user", String.class)),
        new Http(
            text(config, "anb.worker.http.host", "127.0.0.1"),
            number(config, "anb.worker.http.port", 8090)));
  }

  static Database database(Config config) {
    return new Database(
        config.getValue("anb.db.url", String.class),
        config.getValue("anb.db.user", String.class),
        text(config, "anb.db.password", ""));
  }

  static KafkaTopics topics(Config config) {
    String tasks = text(config, "anb.kafka.topic.tasks", "video_tasks");
    return new KafkaTopics(
        tasks,
        text(config, "anb.kafka.topic.events", "video_events"),
        text(config, "anb.kafka.topic.dead-letters", tasks + ".dlq"));
  }

  private static String text(Config config, String key, String fallback) {
    return config.getOptionalValue(key, String.class).orElse(fallback);
  }

  private static int number(Config config, String key, int fallback) {
    return config.getOptionalValue(key, Integer.class).orElse(fallback);
  }

  private static Duration seconds(Config config, String key, int fallback) {
    return Duration.ofSeconds(number(config, key, fallback));
  }
}
