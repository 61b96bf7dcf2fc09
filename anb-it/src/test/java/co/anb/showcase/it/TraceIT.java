package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.it.TraceReceiver.Span;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    assertThat(lines(stack, Piece.SECOND_SERVER, video))
        .anyMatch(line -> line.contains("Task queued") && line.contains("trace_id=" + trace))
        .anyMatch(
            line -> line.contains("Task handed to Kafka") && line.contains("trace_id=" + trace));
    assertThat(lines(stack, Piece.SECOND_WORKER, video))
        .anyMatch(line -> line.contains("Claimed") && line.contains(trace));
  }

  @Test
  void withoutTracesNothingIsAdded(LocalStack stack, Contest contest, SampleClips clips)
      throws Exception {
    Person player = contest.join("Sin", "Cali");
    String video = contest.accepted(player, clips.light(), "Sin traza");
    contest.processed(player, video);
    assertThat(lines(stack, Piece.SERVER, video))
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

  private static List<String> lines(LocalStack stack, Piece piece, String video)
      throws IOException {
    return Files.readAllLines(stack.log(piece)).stream()
        .filter(line -> line.contains(video))
        .toList();
  }
}
