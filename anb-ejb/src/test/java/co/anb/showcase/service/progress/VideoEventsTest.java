package co.anb.showcase.service.progress;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.processing.VideoEvent;
import co.anb.showcase.domain.video.VideoStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without a broker; each task runs when the loop polls. */
@Timeout(30)
class VideoEventsTest {

  private static final String TOPIC = "video_events";

  private final MockConsumer<String, String> kafka = new MockConsumer<>("latest");
  private final List<VideoEvent> heard = new ArrayList<>();

  @Test
  void readsFromNowOnAndLeavesOutWhatItCannotRead() {
    have(1);
    VideoEvents events = new VideoEvents(() -> kafka, TOPIC, heard::add);
    VideoEvent news = event();
    kafka.updateEndOffsets(Map.of(partition(0), 7L));
    kafka.schedulePollTask(() -> {});
    kafka.schedulePollTask(
        () -> {
          send(0, 7, "no event");
          send(0, 8, news.toJson());
        });
    kafka.schedulePollTask(events::stop);

    events.run();

    assertThat(heard).containsExactly(news);
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void noticesPartitionsThatAreAdded() {
    have(1);
    VideoEvents events = new VideoEvents(() -> kafka, TOPIC, heard::add);
    VideoEvent news = event();
    kafka.updateEndOffsets(Map.of(partition(0), 0L, partition(1), 0L));
    kafka.schedulePollTask(() -> have(2));
    kafka.schedulePollTask(() -> {});
    kafka.schedulePollTask(() -> send(1, 0, news.toJson()));
    kafka.schedulePollTask(events::stop);

    events.run();

    assertThat(heard).containsExactly(news);
  }

  @Test
  void triesAgainWhenKafkaIsAwayAtFirst() {
    have(1);
    kafka.updateEndOffsets(Map.of(partition(0), 0L));
    int[] tries = {0};
    VideoEvents events =
        new VideoEvents(
            () -> {
              if (++tries[0] == 1) {
                throw new KafkaException("away");
              }
              return kafka;
            },
            TOPIC,
            heard::add);
    kafka.schedulePollTask(events::stop);

    events.run();

    assertThat(tries[0]).isEqualTo(2);
  }

  private void have(int partitions) {
    kafka.updatePartitions(
        TOPIC,
        IntStream.range(0, partitions)
            .mapToObj(number -> new PartitionInfo(TOPIC, number, null, null, null))
            .toList());
  }

  private void send(int partition, long offset, String value) {
    kafka.addRecord(new ConsumerRecord<>(TOPIC, partition, offset, "key", value));
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(TOPIC, number);
  }

  private static VideoEvent event() {
    return new VideoEvent(
        UUID.randomUUID(),
        VideoStatus.PROCESSING,
        42,
        1,
        Instant.parse("2026-01-02T03:04:05Z"),
        Optional.empty());
  }
}
