package co.anb.showcase.worker;

import co.anb.showcase.domain.processing.DeadTask;
import co.anb.showcase.worker.processing.DeadLetters;
import co.anb.showcase.worker.processing.JobStore;
import co.anb.showcase.worker.processing.KafkaReports;
import co.anb.showcase.worker.processing.KafkaTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;

/**
 * The operator's command for tasks that were given up: {@code dead-letters list}, {@code
 * dead-letters replay all}, {@code dead-letters replay VIDEO_ID…}. Reads the worker's settings for
 * the database and Kafka.
 */
final class DeadLetterCommand {

  private static final int EXIT_USAGE = 2;

  private DeadLetterCommand() {}

  /**
   * Runs the command.
   *
   * @return 0 if all was done, 1 if a clip to replay has not failed, 2 for a wrong call
   */
  static int run(String[] args, Config config, PrintStream out) {
    List<String> words = Arrays.asList(args);
    boolean list = words.equals(List.of("dead-letters", "list"));
    boolean replay =
        words.size() > 2 && words.subList(0, 2).equals(List.of("dead-letters", "replay"));
    if (!list && !replay) {
      out.println(
          "Usage: dead-letters list | dead-letters replay all | dead-letters replay VIDEO_ID...");
      return EXIT_USAGE;
    }
    KafkaTopics topics = WorkerSettings.topics(config);
    String servers = config.getValue("anb.kafka.bootstrap-servers", String.class);
    try (var database =
            new WorkerDatabase(WorkerSettings.database(config), 1, new SimpleMeterRegistry());
        var reports = new KafkaReports(servers, topics)) {
      var jobs = new JobStore(database.entities(), "operator", Duration.ofMinutes(1));
      var letters = new DeadLetters(servers, topics, jobs, reports, Clock.systemUTC());
      return list ? list(letters, out) : replay(letters, words.subList(2, words.size()), out);
    }
  }

  private static int list(DeadLetters letters, PrintStream out) {
    List<DeadTask> waiting = letters.waiting();
    for (DeadTask task : waiting) {
      out.printf(
          "%s  %s  %d attempts  %s%n",
          task.videoId(), task.failedAt(), task.attempts(), task.reason());
    }
    out.printf("%d waiting%n", waiting.size());
    return 0;
  }

  private static int replay(DeadLetters letters, List<String> wanted, PrintStream out) {
    List<UUID> ids =
        wanted.equals(List.of("all"))
            ? letters.waiting().stream().map(DeadTask::videoId).toList()
            : wanted.stream().map(UUID::fromString).toList();
    int status = 0;
    for (UUID id : ids) {
      boolean replayed = letters.replay(id);
      out.println(id + (replayed ? "  queued again" : "  has not failed"));
      status = replayed ? status : 1;
    }
    return status;
  }
}
