package co.anb.showcase.service.processing;

import co.anb.showcase.domain.processing.DeadTask;
import co.anb.showcase.service.platform.KafkaClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Kafka topic of tasks that were given up. It is read and left as it is. */
@ApplicationScoped
public class DeadLetterTopic {

  private static final Logger LOG = System.getLogger(DeadLetterTopic.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Inject private KafkaClients clients;

  @Inject
  @ConfigProperty(name = "anb.kafka.topic.tasks", defaultValue = "video_tasks")
  private String tasks;

  @Inject
  @ConfigProperty(name = "anb.kafka.topic.dead-letters")
  private Optional<String> deadLetters;

  /**
   * The newest letters, newest first.
   *
   * @param limit at most so many
   * @throws KafkaException if Kafka does not answer within a few seconds
   */
  public List<DeadTask> newest(int limit) {
    String topic = deadLetters.orElse(tasks + ".dlq");
    List<DeadTask> letters = new ArrayList<>();
    try (Consumer<String, String> consumer = clients.reader(PATIENCE, Map.of())) {
      List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
      if (known == null || known.isEmpty()) {
        // Nothing was given up yet: the first letter makes the topic.
        return List.of();
      }
      List<TopicPartition> partitions =
          known.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
      Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      consumer.assign(partitions);
      for (TopicPartition partition : partitions) {
        consumer.seek(partition, Math.max(starts.get(partition), ends.get(partition) - limit));
      }
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (isBehind(consumer, ends)) {
        if (System.nanoTime() > deadline) {
          throw new KafkaException("Kafka does not hand the letters over");
        }
        for (ConsumerRecord<String, String> letter : consumer.poll(Duration.ofMillis(200))) {
          add(letters, letter.value());
        }
      }
    }
    return letters.stream()
        .sorted(Comparator.comparing(DeadTask::failedAt).reversed())
        .limit(limit)
        .toList();
  }

  private static boolean isBehind(
      Consumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue());
  }

  private static void add(List<DeadTask> letters, String value) {
    try {
      letters.add(DeadTask.fromJson(String.valueOf(value)));
    } catch (IllegalArgumentException e) {
      LOG.log(Level.WARNING, "Skipped a letter: {0}", e.getMessage());
    }
  }
}
