package co.anb.showcase.worker.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.domain.processing.VideoTask;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message is committed when nothing can be lost by it, and not a moment before. */
class TaskConsumerTest {

  private static final String TOPIC = "tasks";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  private final MockConsumer<String, String> kafka = new MockConsumer<>("earliest");
  private final Slots slots = new Slots();
  private final TaskConsumer consumer =
      new TaskConsumer(kafka, TOPIC, slots, new WorkerMetrics(new SimpleMeterRegistry()));
  private long next;

  @Test
  void aWorkerIsTakenForDeadAfterFourHeartBeatsThatDoNotCome() {
    var properties = TaskConsumer.properties("localhost:9092", Duration.ofSeconds(15));
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);

    var config = new ConsumerConfig(properties);

    assertThat(config.getInt(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)).isEqualTo(15_000);
    assertThat(config.getInt(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG)).isEqualTo(3_750);
  }

  private static final class Slots implements TaskConsumer.Jobs {

    private final Map<UUID, CompletableFuture<Void>> jobs = new ConcurrentHashMap<>();
    private final Map<UUID, String> traces = new ConcurrentHashMap<>();
    private volatile int free = 10;

    @Override
    public boolean hasFreeSlot() {
      return jobs.values().stream().filter(job -> !job.isDone()).count() < free;
    }

    @Override
    public CompletableFuture<Void> dispatch(UUID videoId, Context trace) {
      traces.put(videoId, Span.fromContext(trace).getSpanContext().getTraceId());
      return jobs.computeIfAbsent(videoId, id -> new CompletableFuture<>());
    }

    void finish(UUID videoId) {
      jobs.get(videoId).complete(null);
    }
  }

  @BeforeEach
  void start() {
    kafka.schedulePollTask(
        () -> {
          kafka.rebalance(List.of(PARTITION));
          kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
          kafka.updateEndOffsets(Map.of(PARTITION, 0L));
        });
    consumer.start();
    await().until(consumer::hasJoined);
  }

  @AfterEach
  void stop() {
    consumer.close();
    assertThat(consumer.isAlive()).isFalse();
  }

  @Test
  void commitsOnlyWhatIsSettledWithAllBeforeIt() {
    UUID first = send();
    UUID second = send();
    UUID third = send();
    await().until(() -> slots.jobs.size() == 3);

    slots.finish(second);
    slots.finish(third);
    turns(3);
    assertThat(committed()).isZero();

    slots.finish(first);
    await().until(() -> committed() == 3);
  }

  @Test
  void readsNothingWhileNoSlotIsFree() {
    slots.free = 1;
    UUID first = send();
    await().until(() -> slots.jobs.containsKey(first));
    turns(1);

    UUID second = send();
    turns(3);
    assertThat(kafka.paused()).containsExactly(PARTITION);
    assertThat(slots.jobs).doesNotContainKey(second);

    slots.finish(first);
    await().until(() -> slots.jobs.containsKey(second));
  }

  @Test
  void skipsWhatIsNoTask() {
    add("rubbish");
    add(null);
    UUID good = send();

    await().until(() -> slots.jobs.keySet().equals(Set.of(good)));
    slots.finish(good);
    await().until(() -> committed() == 3);
  }

  @Test
  void whatIsNotSettledAtTheEndComesAgain() {
    UUID settled = send();
    UUID open = send();
    await().until(() -> slots.jobs.keySet().equals(Set.of(settled, open)));
    slots.finish(settled);
    await().until(() -> committed() == 1);

    consumer.close();

    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void handsTheTraceOnAndDoesWithoutOne() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    UUID traced = send("00-" + trace + "-b7ad6b7169203331-01");
    UUID untraced = send();
    UUID spoiled = send("nonsense");
    await().until(() -> slots.jobs.size() == 3);

    assertThat(slots.traces)
        .containsEntry(traced, trace)
        .containsEntry(untraced, TraceId.getInvalid())
        .containsEntry(spoiled, TraceId.getInvalid());
  }

  private UUID send(String traceParent) {
    UUID id = UUID.randomUUID();
    long offset = next;
    next++;
    var message =
        new ConsumerRecord<>(
            TOPIC, 0, offset, "key", new VideoTask(id, id, Instant.EPOCH).toJson());
    message.headers().add("traceparent", traceParent.getBytes(StandardCharsets.US_ASCII));
    kafka.schedulePollTask(() -> kafka.addRecord(message));
    return id;
  }

  private UUID send() {
    UUID id = UUID.randomUUID();
    add(new VideoTask(id, id, Instant.EPOCH).toJson());
    return id;
  }

  private void add(String value) {
    long offset = next;
    next++;
    kafka.schedulePollTask(
        () -> kafka.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "key", value)));
  }

  /** Waits until the loop has gone round so many times. */
  private void turns(int count) {
    for (int i = 0; i < count; i++) {
      var done = new CompletableFuture<Void>();
      kafka.schedulePollTask(() -> done.complete(null));
      done.join();
    }
  }

  private long committed() {
    OffsetAndMetadata offset = kafka.committed(Set.of(PARTITION)).get(PARTITION);
    return offset == null ? 0 : offset.offset();
  }
}
