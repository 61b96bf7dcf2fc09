package co.anb.showcase.worker.processing;

import co.anb.showcase.domain.processing.DeadTask;
import co.anb.showcase.domain.processing.VideoTask;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks that were given up. The topic is their history; whether one still waits for somebody to
 * act, the job's row tells, so that a replay can be repeated without harm.
 */
public final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String bootstrapServers;
  private final KafkaTopics topics;
  private final JobStore jobs;
  private final KafkaReports reports;
  private final Clock clock;

  public DeadLetters(
      String bootstrapServers,
      KafkaTopics topics,
      JobStore jobs,
      KafkaReports reports,
      Clock clock) {
    this.bootstrapServers = bootstrapServers;
    this.topics = topics;
    this.jobs = jobs;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * Those whose clip is still failed, oldest first, the newest letter of each clip.
   *
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
   */
  public List<DeadTask> waiting() {
    return read().values().stream().filter(task -> jobs.hasFailed(task.videoId())).toList();
  }

  /**
   * Has a clip processed once more.
   *
   * @return false if it has not failed, or is gone
   * @throws org.apache.kafka.common.KafkaException if Kafka does not take the task; the job then
   *     waits in the database, and the sweeper sends it later
   */
  public boolean replay(UUID videoId) {
    if (!jobs.revive(videoId)) {
      return false;
    }
    reports.queue(new VideoTask(videoId, videoId, clock.instant()));
    return true;
  }

  private Map<UUID, DeadTask> read() {
    Map<UUID, DeadTask> newest = new LinkedHashMap<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topics.deadLetters(), PATIENCE).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
        for (ConsumerRecord<String, String> letter : consumer.poll(Duration.ofMillis(500))) {
          add(newest, letter.value());
        }
      }
    }
    return newest;
  }

  private static void add(Map<UUID, DeadTask> newest, String value) {
    try {
      DeadTask task = DeadTask.fromJson(String.valueOf(value));
      newest.remove(task.videoId());
      newest.put(task.videoId(), task);
    } catch (IllegalArgumentException e) {
      LOG.warn("Skipped a letter: {}", e.getMessage());
    }
  }
}
