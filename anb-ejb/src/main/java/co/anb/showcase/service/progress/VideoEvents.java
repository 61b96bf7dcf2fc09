package co.anb.showcase.service.progress;

import co.anb.showcase.domain.processing.VideoEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads the topic of events, from now on, on the thread that runs it. Every server reads all of it:
 * there is no group and nothing is committed. A failure of Kafka is retried; events that were
 * missed meanwhile are not read later.
 */
final class VideoEvents implements Runnable {

  private static final Logger LOG = System.getLogger(VideoEvents.class.getName());
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Supplier<Consumer<String, String>> connections;
  private final String topic;
  private final java.util.function.Consumer<VideoEvent> listener;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Duration pause = FIRST_PAUSE;
  private volatile Consumer<String, String> current;

  /**
   * @param connections makes a consumer without a group; may fail while Kafka is down
   * @param listener must not block
   */
  VideoEvents(
      Supplier<Consumer<String, String>> connections,
      String topic,
      java.util.function.Consumer<VideoEvent> listener) {
    this.connections = connections;
    this.topic = topic;
    this.listener = listener;
  }

  /** Reads until {@link #stop}. */
  @Override
  public void run() {
    while (!isStopped()) {
      try (Consumer<String, String> consumer = connections.get()) {
        current = consumer;
        follow(consumer);
      } catch (WakeupException e) {
        LOG.log(Level.DEBUG, "Woken up to stop");
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Cannot read events; trying again in {0}: {1}", pause, e);
        rest();
      }
    }
  }

  /** Ends {@link #run} soon. */
  void stop() {
    stopped.countDown();
    Consumer<String, String> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private void follow(Consumer<String, String> consumer) {
    Set<TopicPartition> known = Set.of();
    while (!isStopped()) {
      Set<TopicPartition> present = partitions(consumer);
      if (!present.equals(known)) {
        assign(consumer, known, present);
        known = present;
      }
      if (known.isEmpty()) {
        throw new IllegalStateException("There is no topic " + topic);
      }
      for (ConsumerRecord<String, String> each : consumer.poll(POLL)) {
        take(each);
      }
      pause = FIRST_PAUSE;
    }
  }

  /** From the client's own knowledge, which it renews by itself. */
  private Set<TopicPartition> partitions(Consumer<String, String> consumer) {
    return consumer.partitionsFor(topic).stream()
        .map(each -> new TopicPartition(each.topic(), each.partition()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void assign(
      Consumer<String, String> consumer, Set<TopicPartition> known, Set<TopicPartition> present) {
    Collection<TopicPartition> added = new HashSet<>(present);
    added.removeAll(known);
    consumer.assign(present);
    consumer.seekToEnd(added);
  }

  private void take(ConsumerRecord<String, String> message) {
    try {
      listener.accept(VideoEvent.fromJson(message.value()));
    } catch (RuntimeException e) {
      // An event that cannot be read must not prevent the others.
      LOG.log(Level.WARNING, "Event left out video_id={0}: {1}", message.key(), e);
    }
  }

  private void rest() {
    try {
      if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    } catch (InterruptedException e) {
      // The server takes its thread back.
      stop();
      Thread.currentThread().interrupt();
    }
  }
}
