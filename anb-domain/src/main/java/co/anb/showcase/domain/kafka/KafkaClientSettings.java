package co.anb.showcase.domain.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The settings of every kind of Kafka client that the product has. Each method answers a new map,
 * to which the caller may add what is its own. Serialisers are handed to the client beside the
 * settings, so that no class is looked up by its name.
 */
public final class KafkaClientSettings {

  private KafkaClientSettings() {}

  /**
   * A producer whose messages must not get lost: all in-sync replicas have them, each once.
   *
   * @param giveUp after which a message counts as not sent; a request may take half of it
   */
  public static Map<String, Object> durableProducer(String servers, Duration giveUp) {
    Map<String, Object> settings = producer(servers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(giveUp));
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(giveUp) / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(giveUp));
    return settings;
  }

  /**
   * A producer of news, which may get lost and for which nobody waits.
   *
   * @param life after which a message is no longer news
   * @param longestBlock how long sending may hold the caller up while the brokers are down
   */
  public static Map<String, Object> lossyProducer(
      String servers, Duration life, Duration longestBlock) {
    Map<String, Object> settings = producer(servers);
    settings.put(ProducerConfig.ACKS_CONFIG, "1");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(longestBlock));
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(life));
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(life));
    return settings;
  }

  private static Map<String, Object> producer(String servers) {
    Map<String, Object> settings = client(servers);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return settings;
  }

  /** A consumer that commits only what it is told to. */
  public static Map<String, Object> consumer(String servers) {
    Map<String, Object> settings = client(servers);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return settings;
  }

  /**
   * A consumer that belongs to no group, commits nothing and makes no topic.
   *
   * @param giveUp after which a request counts as failed
   */
  public static Map<String, Object> reader(String servers, Duration giveUp) {
    Map<String, Object> settings = consumer(servers);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(giveUp));
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(giveUp));
    return settings;
  }

  /**
   * A client that asks about topics.
   *
   * @param giveUp after which a request counts as failed
   */
  public static Map<String, Object> admin(String servers, Duration giveUp) {
    Map<String, Object> settings = client(servers);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(giveUp));
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(giveUp));
    return settings;
  }

  private static Map<String, Object> client(String servers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    return settings;
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
