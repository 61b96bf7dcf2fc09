package co.anb.showcase.worker.processing;

import co.anb.showcase.domain.kafka.KafkaClientSettings;
import co.anb.showcase.domain.processing.DeadTask;
import co.anb.showcase.domain.processing.VideoEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the worker tells over Kafka: events, which may get lost, and dead letters, which may not.
 */
public final class KafkaReports implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaReports.class);
  private static final Duration GIVE_UP = Duration.ofSeconds(10);

  /** News that is this old is no news; and nobody waits for it. */
  private static final Duration EVENT_LIFE = Duration.ofSeconds(5);

  /** A job must not wait for a broker that is down. */
  private static final Duration LONGEST_BLOCK = Duration.ofMillis(100);

  private final KafkaTopics topics;
  private final Producer<String, String> events;
  private final Producer<String, String> letters;

  /** Connects when there is something to tell. */
  public KafkaReports(String bootstrapServers, KafkaTopics topics) {
    this(
        topics,
        producer(KafkaClientSettings.lossyProducer(bootstrapServers, EVENT_LIFE, LONGEST_BLOCK)),
        producer(KafkaClientSettings.durableProducer(bootstrapServers, GIVE_UP)));
  }

  KafkaReports(
      KafkaTopics topics, Producer<String, String> events, Producer<String, String> letters) {
    this.topics = topics;
    this.events = events;
    this.letters = letters;
  }

  private static KafkaProducer<String, String> producer(Map<String, Object> properties) {
    return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
  }

  /** Tells how far a clip is; never fails. */
  void tell(VideoEvent event) {
    try {
      var unused =
          events.send(
              new ProducerRecord<>(topics.events(), event.videoId().toString(), event.toJson()),
              (metadata, failure) -> {
                if (failure != null) {
                  LOG.debug("An event got lost: {}", failure.toString());
                }
              });
    } catch (KafkaException e) {
      LOG.debug("An event got lost: {}", e.toString());
    }
  }

  /**
   * Puts a task aside for an operator; returns when all in-sync replicas have it.
   *
   * @throws KafkaException if they do not within ten seconds
   */
  void bury(DeadTask task) {
    send(topics.deadLetters(), task.videoId().toString(), task.toJson());
  }

  private void send(String topic, String key, String value) {
    try {
      var unused =
          letters
              .send(new ProducerRecord<>(topic, key, value))
              .get(2 * GIVE_UP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("Topic " + topic + " did not take a message", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while topic " + topic + " takes a message", e);
    }
  }

  @Override
  public void close() {
    events.close(Duration.ofSeconds(1));
    letters.close(Duration.ofSeconds(5));
  }
}
