package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.it.TraceReceiver.Span;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One trace from the upload to the processed clip. The second server and the second worker trace;
 * the first ones are as delivered, without traces.
 */
@ExtendWith(RunningStack.class)
class TraceIT {

  @BeforeAll
  static void start(LocalStack stack) {
    stack.startSecondServer();
    stack.startSecondWorker();
    stack.stopWorker();
  }

  @AfterAll
  static void stop(LocalStack stack) {
    stack.startWorker();
    stack.stopSecondWorker();
    stack.stopSecondServer();
  }

  @Test
  void oneTraceLeadsFromTheUploadThroughTheQueuesToTheWorker(
      LocalStack stack, SampleClips clips, TraceReceiver receiver) throws Exception {
    Contest contest = new Contest(stack.secondBaseUrl());
    Person player = contest.join("Traza", "Cali");
    String trace = "0af7651916cd43dd8448eb211c80319c";
    Answer uploaded =
        contest.upload(
            player,
            clips.light(),
            "Con traza",
            Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));
    assertThat(uploaded.status()).as("%s", uploaded).isEqualTo(201);
    String video = uploaded.object().getString("video_id");
    contest.processed(player, video);

    Span process =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> find(receiver, trace, "anb-worker", "video_tasks process"),
                Optional::isPresent)
            .get();
    Span send =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> find(receiver, trace, "anb-web", "video_tasks send"), Optional::isPresent)
            .get();
    assertThat(process.parent()).isEqualTo(send.id());
    // The request's own span, between the client's and the bridge's.
    Span upload =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> byId(receiver, send.parent()), Optional::isPresent)
            .get();
    assertThat(upload.trace()).isEqualTo(trace);
    assertThat(upload.service()).isEqualTo("anb-web");
    assertThat(upload.parent()).isEqualTo("b7ad6b7169203331");

    assertThat(lines(stack, StackComponent.SECOND_SERVER, video))
        .anyMatch(line -> line.contains("Task queued") && line.contains("trace_id=" + trace))
        .anyMatch(
            line -> line.contains("Task handed to Kafka") && line.contains("trace_id=" + trace));
    assertThat(lines(stack, StackComponent.SECOND_WORKER, video))
        .anyMatch(line -> line.contains("Claimed") && line.contains(trace));
  }

  /** Whichever server does it: one that traces or one that does not. */
  @Test
  void whatTheSweeperSendsAgainIsAPartOfTheUploadsTrace(
      LocalStack stack, SampleClips clips, TraceReceiver receiver) throws Exception {
    Contest contest = new Contest(stack.secondBaseUrl());
    Person player = contest.join("Repite", "Cali");
    String trace = "1bf7651916cd43dd8448eb211c80319d";
    String video =
        contest
            .upload(
                player,
                clips.standard(),
                "Otra vez",
                Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01"))
            .object()
            .getString("video_id");
    contest.processed(player, video);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> tracesOfMessages(stack, video), traces -> traces.size() == 1);

    new Database(stack)
        .update(
            "update processing_job set state = 'QUEUED', finished_at = null, queued_at = now() -"
                + " interval '10 minutes', sent_at = now() - interval '10 minutes' where video_id ="
                + " ?",
            video);

    List<String> traces =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> tracesOfMessages(stack, video), found -> found.size() > 1);
    assertThat(traces).allMatch(found -> found.startsWith("00-" + trace + "-"));
    assertThat(
            new Database(stack)
                .value("select trace_parent from processing_job where video_id = ?", video))
        .startsWith("00-" + trace + "-");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                receiver.spans().stream()
                        .filter(span -> span.trace().equals(trace))
                        .filter(span -> span.name().equals("video_tasks process"))
                        .count()
                    > 1);
  }

  /** Of all messages about a clip that Kafka ever got; empty for one without a trace. */
  private static List<String> tracesOfMessages(LocalStack stack, String video) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafkaBootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("video_tasks").stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> traces = new ArrayList<>();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          if (video.equals(message.key())) {
            Header trace = message.headers().lastHeader("traceparent");
            traces.add(trace == null ? "" : new String(trace.value(), StandardCharsets.US_ASCII));
          }
        }
      }
      return traces;
    }
  }

  @Test
  void withoutTracesNothingIsAdded(LocalStack stack, Contest contest, SampleClips clips)
      throws Exception {
    Person player = contest.join("Sin", "Cali");
    String video = contest.accepted(player, clips.light(), "Sin traza");
    contest.processed(player, video);
    assertThat(lines(stack, StackComponent.SERVER, video))
        .anyMatch(line -> line.contains("Task queued"))
        .anyMatch(line -> line.contains("Task handed to Kafka"))
        .noneMatch(line -> line.contains("trace_id"));
  }

  private static Optional<Span> find(
      TraceReceiver receiver, String trace, String service, String name) {
    return receiver.spans().stream()
        .filter(span -> span.trace().equals(trace))
        .filter(span -> span.service().equals(service) && span.name().equals(name))
        .findFirst();
  }

  private static Optional<Span> byId(TraceReceiver receiver, String id) {
    return receiver.spans().stream().filter(span -> span.id().equals(id)).findFirst();
  }

  private static List<String> lines(LocalStack stack, StackComponent piece, String video)
      throws IOException {
    return Files.readAllLines(stack.log(piece)).stream()
        .filter(line -> line.contains(video))
        .toList();
  }
}
