package co.anb.showcase.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/** A single broker that is its own controller, in a process of its own. */
final class KafkaBroker {

  static final Duration STARTUP = Duration.ofSeconds(90);

  static final String TASKS_TOPIC = "video_tasks";
  static final String EVENTS_TOPIC = "video_events";

  private static final String DEAD_LETTERS_TOPIC = "video_tasks.dlq";
  private static final int REQUEST_MILLIS = 5_000;

  private final StateDirectory state;
  private final int port;
  private final int controllerPort;

  KafkaBroker(StateDirectory state, int port, int controllerPort) {
    this.state = state;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  ChildProcess start() {
    Path settings = writeSettings();
    if (!Files.exists(data().resolve("meta.properties"))) {
      format(settings);
    }
    return ChildProcess.java(
        StackComponent.KAFKA,
        state,
        List.of(
            "-Xmx384m",
            "-Xms128m",
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=kafka-logback.xml",
            "-cp",
            classPath(),
            "kafka.Kafka",
            settings.toString()),
        Map.of());
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Whether the broker answers and the topics are there; makes those that are missing. */
  static Callable<Boolean> topicsReady(String bootstrapServers, int taskPartitions) {
    Map<String, Integer> topics =
        Map.of(TASKS_TOPIC, taskPartitions, EVENTS_TOPIC, 1, DEAD_LETTERS_TOPIC, 1);
    return () -> {
      try (Admin admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS,
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS))) {
        var present = admin.listTopics().names().get(REQUEST_MILLIS, TimeUnit.MILLISECONDS);
        List<NewTopic> missing =
            topics.entrySet().stream()
                .filter(topic -> !present.contains(topic.getKey()))
                .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                .toList();
        admin.createTopics(missing).all().get(REQUEST_MILLIS, TimeUnit.MILLISECONDS);
        return true;
      } catch (ExecutionException | TimeoutException e) {
        return false;
      }
    };
  }

  private Path data() {
    return state.root().resolve("kafka");
  }

  private Path writeSettings() {
    Map<String, Object> settings =
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", 1),
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
            Map.entry(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(port, controllerPort)),
            Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("log.dirs", data()),
            Map.entry("auto.create.topics.enable", false),
            Map.entry("offsets.topic.replication.factor", 1),
            Map.entry("offsets.topic.num.partitions", 4),
            Map.entry("transaction.state.log.replication.factor", 1),
            Map.entry("transaction.state.log.min.isr", 1),
            Map.entry("transaction.state.log.num.partitions", 4),
            Map.entry("share.coordinator.state.topic.replication.factor", 1),
            Map.entry("share.coordinator.state.topic.min.isr", 1),
            Map.entry("group.initial.rebalance.delay.ms", 0),
            Map.entry("log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024));
    Path file = state.root().resolve("kafka.properties");
    try {
      Files.write(
          file,
          settings.entrySet().stream()
              .map(setting -> setting.getKey() + "=" + setting.getValue())
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private void format(Path settings) {
    Path log = state.log(StackComponent.KAFKA.fileName());
    int status =
        ChildProcess.runJava(
            state,
            log,
            List.of(
                "-Dlogback.configurationFile=kafka-logback.xml",
                "-cp",
                classPath(),
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                settings.toString()),
            Map.of());
    if (status != 0) {
      throw new StackException(
          "Cannot prepare Kafka's storage. The log is %s and ends with:%n%s"
              .formatted(log, StateDirectory.tail(log)));
    }
  }

  /** The broker's jars are on this process's own class path. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
