package co.anb.showcase.service.progress;

import co.anb.showcase.service.platform.KafkaClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Kafka topic of events. */
@ApplicationScoped
public class KafkaEvents {

  private static final int KNOW_PARTITIONS_MILLIS = 30_000;
  private static final Duration GIVE_UP = Duration.ofSeconds(10);
  private static final int LONGEST_RECONNECT_MILLIS = 10_000;

  @Inject private KafkaClients clients;

  @Inject
  @ConfigProperty(name = "anb.kafka.topic.events", defaultValue = "video_events")
  private String topic;

  /** The topic's name. */
  public String topic() {
    return topic;
  }

  /**
   * A consumer that belongs to no group and commits nothing.
   *
   * @throws org.apache.kafka.common.KafkaException if the brokers' names cannot be resolved
   */
  public Consumer<String, String> connect() {
    return clients.reader(
        GIVE_UP,
        Map.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "latest",
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            KNOW_PARTITIONS_MILLIS,
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            LONGEST_RECONNECT_MILLIS));
  }
}
