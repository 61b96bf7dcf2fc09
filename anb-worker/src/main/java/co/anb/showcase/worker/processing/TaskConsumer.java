package co.anb.showcase.worker.processing;

import co.anb.showcase.domain.kafka.KafkaClientSettings;
import co.anb.showcase.domain.processing.VideoTask;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tasks from Kafka on a thread of its own. It goes on polling while jobs run, paused while no
 * slot is free, so that a long job does not cost the place in the group; a message is committed
 * when it and all before it are settled or safely in the database's hands.
 */
public final class TaskConsumer implements AutoCloseable {

  /** The consumer group of all workers. */
  public static final String GROUP = "anb-worker";

  private static final Logger LOG = LoggerFactory.getLogger(TaskConsumer.class);
  private static final int HEARTBEATS_A_SESSION = 4;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);
  private static final Duration LAG_PERIOD = Duration.ofSeconds(5);
  private static final Duration LAG_PATIENCE = Duration.ofSeconds(2);

  /** Who does the jobs. */
  interface Jobs {
    /** Whether a job would start at once. */
    boolean hasFreeSlot();

    /**
     * Begins a job.
     *
     * @param trace what the job is a part of
     * @return completes when the message about it is no longer needed; never, if it shall come
     *     again
     */
    CompletableFuture<Void> dispatch(UUID videoId, Context trace);
  }

  private final Consumer<String, String> consumer;
  private final Jobs jobs;
  private final String topic;
  private final Thread thread = new Thread(this::loop, "task-consumer");
  private final WorkerMetrics metrics;
  private final Map<TopicPartition, Deque<InFlight>> inFlight = new HashMap<>();
  private long lagMeasuredAt;
  private volatile boolean joined;
  private volatile boolean stopping;

  private record InFlight(long offset, CompletableFuture<Void> job) {}

  /**
   * Prepares a consumer; {@link #start} lets it join the group.
   *
   * @param session silent for so long, and the group takes it for dead
   */
  public TaskConsumer(
      String bootstrapServers,
      Duration session,
      String topic,
      JobDispatcher jobs,
      WorkerMetrics metrics) {
    this(
        new KafkaConsumer<>(
            properties(bootstrapServers, session),
            new StringDeserializer(),
            new StringDeserializer()),
        topic,
        jobs,
        metrics);
  }

  TaskConsumer(Consumer<String, String> consumer, String topic, Jobs jobs, WorkerMetrics metrics) {
    this.consumer = consumer;
    this.topic = topic;
    this.jobs = jobs;
    this.metrics = metrics;
    this.lagMeasuredAt = System.nanoTime() - LAG_PERIOD.toNanos();
  }

  static Map<String, Object> properties(String bootstrapServers, Duration session) {
    Map<String, Object> properties = KafkaClientSettings.consumer(bootstrapServers);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    // The heart beats on a thread of its own, whatever jobs do; three may be lost.
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(session.toMillis()));
    properties.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        Math.toIntExact(session.toMillis() / HEARTBEATS_A_SESSION));
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    // A topic that is not there yet shall be found soon.
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
    return properties;
  }

  /** Joins the group and begins. */
  public void start() {
    thread.start();
  }

  /** Whether the group has taken this consumer in, be it without a partition. */
  public boolean hasJoined() {
    return joined && thread.isAlive();
  }

  /** Whether the loop runs, or has not been started yet. */
  public boolean isAlive() {
    return thread.getState() != Thread.State.TERMINATED;
  }

  private void loop() {
    consumer.subscribe(List.of(topic), new GroupListener());
    try {
      while (!stopping) {
        try {
          turn();
        } catch (WakeupException e) {
          LOG.debug("Woken up to stop");
        } catch (KafkaException e) {
          LOG.warn("Kafka: {}", e.toString());
          TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_ERROR.toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      leave();
    }
  }

  private void leave() {
    try {
      commitSettled();
    } catch (KafkaException e) {
      LOG.info("The last messages come again and find nothing to do: {}", e.toString());
    } finally {
      consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
    }
  }

  private void turn() {
    commitSettled();
    if (jobs.hasFreeSlot()) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    for (ConsumerRecord<String, String> message : consumer.poll(POLL)) {
      var partition = new TopicPartition(message.topic(), message.partition());
      inFlight
          .computeIfAbsent(partition, key -> new ArrayDeque<>())
          .add(new InFlight(message.offset(), take(message)));
    }
    if (System.nanoTime() - lagMeasuredAt >= LAG_PERIOD.toNanos()) {
      lagMeasuredAt = System.nanoTime();
      measureLag();
    }
  }

  private void measureLag() {
    try {
      metrics.queueLag(lag());
    } catch (TimeoutException e) {
      LOG.debug("The queue's lag is not known", e);
    }
  }

  private long lag() {
    Set<TopicPartition> assigned = consumer.assignment();
    Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, LAG_PATIENCE);
    long lag = 0;
    for (TopicPartition partition : assigned) {
      lag += Math.max(0, ends.getOrDefault(partition, 0L) - unsettled(partition));
    }
    return lag;
  }

  /** The offset of the first message that is not settled. */
  private long unsettled(TopicPartition partition) {
    Deque<InFlight> messages = inFlight.get(partition);
    return messages == null || messages.isEmpty()
        ? consumer.position(partition, LAG_PATIENCE)
        : messages.peek().offset();
  }

  private CompletableFuture<Void> take(ConsumerRecord<String, String> message) {
    try {
      if (message.value() == null) {
        throw new IllegalArgumentException("An empty message");
      }
      return jobs.dispatch(
          VideoTask.fromJson(message.value()).videoId(), TraceHeaders.of(message.headers()));
    } catch (IllegalArgumentException e) {
      LOG.error(
          "Skipped the message at {}-{} offset {}: {}",
          message.topic(),
          message.partition(),
          message.offset(),
          e.getMessage());
      return CompletableFuture.completedFuture(null);
    }
  }

  private void commitSettled() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    inFlight.forEach(
        (partition, messages) -> {
          while (!messages.isEmpty() && messages.peek().job().isDone()) {
            offsets.put(partition, new OffsetAndMetadata(messages.poll().offset() + 1));
          }
        });
    if (!offsets.isEmpty()) {
      // If this fails, the messages come again and find nothing to do.
      consumer.commitSync(offsets);
    }
  }

  /** Leaves the group; messages whose jobs are not settled go to the other workers. */
  @Override
  public void close() {
    stopping = true;
    consumer.wakeup();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class GroupListener implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      joined = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      try {
        commitSettled();
      } finally {
        forget(partitions);
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      joined = false;
      forget(partitions);
    }

    /** Their jobs run on; the worker that reads the messages again finds them leased or done. */
    private void forget(Collection<TopicPartition> partitions) {
      inFlight.keySet().removeAll(partitions);
    }
  }
}
