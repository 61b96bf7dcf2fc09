package co.anb.showcase.worker.processing;

import co.anb.showcase.domain.kafka.KafkaClientSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches whether Kafka has every copy of the product's topics that it should have. */
public final class KafkaReplication implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaReplication.class);
  private static final int PERIOD_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Admin admin;
  private final List<String> topics;
  private final WorkerMetrics metrics;

  /** Prepares to watch; {@link #start} begins. */
  public KafkaReplication(String bootstrapServers, KafkaTopics topics, WorkerMetrics metrics) {
    this.admin = Admin.create(KafkaClientSettings.admin(bootstrapServers, PATIENCE));
    this.topics = List.of(topics.tasks(), topics.events(), topics.deadLetters());
    this.metrics = metrics;
  }

  /** Looks now and then, on a thread of the timer. */
  public void start(ScheduledExecutorService timer) {
    var unused = timer.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      long missing =
          admin.describeTopics(topics).allTopicNames().get().values().stream()
              .mapToLong(KafkaReplication::underReplicated)
              .sum();
      metrics.underReplicated(missing);
    } catch (ExecutionException e) {
      LOG.debug("Kafka does not tell about its copies", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long underReplicated(TopicDescription topic) {
    return topic.partitions().stream()
        .filter(partition -> partition.isr().size() < partition.replicas().size())
        .count();
  }

  @Override
  public void close() {
    admin.close();
  }
}
