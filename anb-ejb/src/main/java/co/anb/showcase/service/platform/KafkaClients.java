package co.anb.showcase.service.platform;

import co.anb.showcase.domain.kafka.KafkaClientSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the web server's Kafka clients. Keys and messages are text; the caller closes a client. */
@ApplicationScoped
public class KafkaClients {

  @Inject
  @ConfigProperty(name = "anb.kafka.bootstrap-servers")
  private String servers;

  /**
   * A producer whose messages must not get lost.
   *
   * @param giveUp after which a message counts as not sent
   */
  public Producer<String, String> durableProducer(Duration giveUp) {
    return inOurLoader(
        () ->
            new KafkaProducer<>(
                KafkaClientSettings.durableProducer(servers, giveUp),
                new StringSerializer(),
                new StringSerializer()));
  }

  /**
   * A consumer that belongs to no group and commits nothing.
   *
   * @param giveUp after which a request counts as failed
   * @param more further settings of Kafka's
   * @throws org.apache.kafka.common.KafkaException if the brokers' names cannot be resolved
   */
  public Consumer<String, String> reader(Duration giveUp, Map<String, Object> more) {
    Map<String, Object> settings = KafkaClientSettings.reader(servers, giveUp);
    settings.putAll(more);
    return inOurLoader(
        () -> new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer()));
  }

  /** Kafka's client looks its classes up through the context loader; it must be this archive's. */
  private static <T> T inOurLoader(Supplier<T> making) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(KafkaProducer.class.getClassLoader());
    try {
      return making.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
