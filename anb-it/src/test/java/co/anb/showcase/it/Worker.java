package co.anb.showcase.it;

import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The worker as an operator sees it: its processes, what it leaves, its dead letters. */
final class Worker {

  private static final String DEAD_LETTERS = "video_tasks.dlq";

  private final LocalStack stack;

  Worker(LocalStack stack) {
    this.stack = stack;
  }

  /** The process itself. */
  ProcessHandle process() {
    return stack.process(StackComponent.WORKER).orElseThrow();
  }

  /** The processes that decode. Those that only make a child's sandbox have a child themselves. */
  List<ProcessHandle> children() {
    return stack.process(StackComponent.WORKER).stream()
        .flatMap(ProcessHandle::descendants)
        .filter(process -> process.children().findAny().isEmpty())
        .toList();
  }

  /** Folders of children, dead or alive. */
  List<Path> childFolders() throws IOException {
    Path work = stack.mediaRoot().resolveSibling("work");
    try (Stream<Path> folders = Files.walk(work, 2)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("child-"))
          .toList();
    }
  }

  /** Files that are being written, or were left by a process that died. */
  List<Path> stagedFiles() throws IOException {
    try (Stream<Path> files = Files.walk(stack.mediaRoot())) {
      return files.filter(file -> file.getParent().endsWith(".staging")).toList();
    }
  }

  /** The clips whose processing was given up, by the topic. */
  List<String> deadLetters() {
    List<String> keys = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafkaBootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partition = new TopicPartition(DEAD_LETTERS, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(letter -> keys.add(letter.key()));
      }
    }
    return keys;
  }

  /** What {@code ./anb} says when the administrator runs it with these words; fails if it fails. */
  String command(String... words) throws IOException, InterruptedException {
    Path project = Path.of(System.getProperty("anb.project.directory"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(project.resolve("anb-local/target/anb-local.jar").toString());
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "ANB_URL", stack.baseUrl().toString(),
                "ANB_ADMIN_EMAIL", stack.adminEmail(),
                "ANB_ADMIN_PASSWORD_FILE", stack.adminPasswordFile().toString()));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("status " + process.exitValue() + ": " + output);
    }
    return output;
  }
}
