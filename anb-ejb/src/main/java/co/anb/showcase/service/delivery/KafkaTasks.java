package co.anb.showcase.service.delivery;

import co.anb.showcase.service.platform.KafkaClients;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Kafka topic of tasks. */
@ApplicationScoped
public class KafkaTasks {

  private static final Logger LOG = System.getLogger(KafkaTasks.class.getName());
  // Well below the transaction's limit, so that the queue learns of a failure in good time.
  private static final Duration GIVE_UP = Duration.ofSeconds(10);

  @Inject private KafkaClients clients;

  @Inject
  @ConfigProperty(name = "anb.kafka.topic.tasks", defaultValue = "video_tasks")
  private String topic;

  private Producer<String, String> producer;

  /**
   * Returns when all in-sync replicas have the task.
   *
   * @throws IllegalStateException if they do not within ten seconds; the task may arrive all the
   *     same
   */
  public void publish(String videoId, String task) {
    Producer<String, String> present = producer();
    try {
      var message = new ProducerRecord<>(topic, videoId, task);
      TaskTraces.note(message.headers());
      present.send(message).get(2 * GIVE_UP.toMillis(), TimeUnit.MILLISECONDS);
      LOG.log(
          Level.INFO,
          "Task handed to Kafka video_id={0} task_id={0}{1}",
          videoId,
          TaskTraces.words());
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      discard(present);
      throw new IllegalStateException(
          "Kafka did not take the task; it stays queued video_id=" + videoId, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Kafka takes a task", e);
    }
  }

  /**
   * The next task gets a new producer. One whose thread has died, of an OutOfMemoryError for
   * instance, never sends again, and looks no different from one whose brokers are down.
   */
  private synchronized void discard(Producer<String, String> failed) {
    if (producer == failed) {
      producer = null;
      failed.close(Duration.ZERO);
    }
  }

  private synchronized Producer<String, String> producer() {
    if (producer == null) {
      producer = clients.durableProducer(GIVE_UP);
    }
    return producer;
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
