package co.anb.showcase.service.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Kafka topic of events. */
@ApplicationScoped
public class KafkaEvents {

  private static final int KNOW_PARTITIONS_MILLIS = 30_000;
  private static final int GIVE_UP_MILLIS = 10_000;
  private static final int LONGEST_RECONNECT_MILLIS = 10_000;

  @Inject
  @ConfigProperty(name = "anb.kafka.bootstrap-servers")
  private String servers;

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
    // Kafka's client looks its classes up through the context loader; it must be this archive's.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(KafkaConsumer.class.getClassLoader());
    try {
      return new KafkaConsumer<>(
          Map.of(
              ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
              servers,
              ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
              false,
              ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
              "latest",
              ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
              false,
              ConsumerConfig.METADATA_MAX_AGE_CONFIG,
              KNOW_PARTITIONS_MILLIS,
              ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
              GIVE_UP_MILLIS,
              ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
              GIVE_UP_MILLIS,
              ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
              LONGEST_RECONNECT_MILLIS),
          new StringDeserializer(),
          new StringDeserializer());
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
