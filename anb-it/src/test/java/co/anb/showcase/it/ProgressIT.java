package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Owners see live how far their clips are. */
@ExtendWith(RunningStack.class)
@Order(TestOrder.LATE)
@ResourceLock(TestOrder.BOTH)
class ProgressIT {

  private static final Duration END = Duration.ofMinutes(4);
  private static final List<String> FINAL = List.of("processed", "failed");

  @Test
  void theStreamTellsEverythingFromTheUploadToTheEnd(
      Contest contest, SampleClips clips, LocalStack stack) throws Exception {
    Person player = contest.join("Viva", "Bogotá");
    String video = contest.accepted(player, clips.standard(), "En vivo");

    EventStream stream = open(stack, video, player);
    stream.awaitEnd();

    assertThat(stream.answer().headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    assertThat(stream.answer().headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(stream.answer().headers().firstValue("X-Accel-Buffering")).contains("no");
    List<EventStream.Event> events = stream.events();
    assertThat(events).allSatisfy(event -> assertThat(event.name()).isEqualTo("video"));
    assertThat(events.get(0).status()).isIn("uploaded", "processing");
    assertNeverGoesBack(events);
    assertAtLeastOneEachSecond(events);
    EventStream.Event last = events.get(events.size() - 1);
    assertThat(last.status()).isEqualTo("processed");
    assertThat(last.progress()).isEqualTo(100);
    assertThat(last.data().getBoolean("published")).isTrue();
    JsonObject detail = contest.get("/api/videos/" + video, player.token()).object();
    assertThat(last.data().getString("processed_url")).isEqualTo(detail.getString("processed_url"));
    assertThat(last.data().getString("poster_url")).isEqualTo(detail.getString("poster_url"));
    assertThat(last.data().keySet())
        .containsExactlyInAnyOrder(
            "video_id",
            "task_id",
            "status",
            "progress",
            "attempt",
            "published",
            "processed_url",
            "poster_url");
    assertThat(events.stream().filter(event -> FINAL.contains(event.status()))).hasSize(1);

    EventStream late = open(stack, video, player);
    late.awaitEnd();
    assertThat(late.events()).extracting(EventStream.Event::status).containsExactly("processed");
  }

  @Test
  void whoeverConnectsAgainGetsThePresentStateFirst(
      Contest contest, SampleClips clips, LocalStack stack) throws Exception {
    Person player = contest.join("Vuelve", "Bogotá");
    String video =
        contest.accepted(player, clips.of(ClipRecipe.standard().withSeconds(45)), "Dos veces");
    int seen;
    try (EventStream first = open(stack, video, player)) {
      await().atMost(END).until(() -> first.last().progress() > 0);
      seen = first.last().progress();
    }

    EventStream second = open(stack, video, player);
    await().atMost(Duration.ofSeconds(2)).until(() -> !second.events().isEmpty());
    assertThat(second.events().get(0).status()).isEqualTo("processing");
    // The database may know a little later what the first subscriber received live.
    assertThat(second.events().get(0).attempt()).isGreaterThanOrEqualTo(1);

    second.awaitEnd();
    assertThat(second.last().status()).isEqualTo("processed");
    assertThat(second.events()).anyMatch(event -> event.progress() >= seen);
    assertNeverGoesBack(second.events());
    assertAtLeastOneEachSecond(second.events());
  }

  @Test
  void aClipThatWaitsIsToldNowAndThenUntilItIsDeleted(
      Contest contest, SampleClips clips, LocalStack stack) throws Exception {
    Person player = contest.join("Espera", "Bogotá");
    stack.killWorker();
    List<EventStream> streams = new ArrayList<>();
    try {
      String video = contest.accepted(player, clips.light(), "Para borrar");
      for (int i = 0; i < 8; i++) {
        streams.add(open(stack, video, player));
      }
      assertTooMany(stack, video, player);
      EventStream stream = streams.get(0);
      await().atMost(Duration.ofSeconds(15)).until(() -> stream.events().size() >= 2);

      assertThat(contest.delete("/api/videos/" + video, player.token()).status()).isEqualTo(200);

      for (EventStream each : streams) {
        each.awaitEnd();
        assertThat(each.events().get(0).status()).isEqualTo("uploaded");
        assertThat(each.last().name()).isEqualTo("deleted");
        assertThat(each.last().data().getString("video_id")).isEqualTo(video);
      }
    } finally {
      streams.forEach(EventStream::close);
      stack.startWorker();
    }
  }

  @Test
  void whoHasSignedOutHearsNoMore(Contest contest, SampleClips clips, LocalStack stack)
      throws Exception {
    Person player = contest.join("Se va", "Bogotá");
    stack.killWorker();
    try {
      String video = contest.accepted(player, clips.light(), "Sin mí");
      EventStream stream = open(stack, video, player);
      await().atMost(Duration.ofSeconds(5)).until(() -> !stream.events().isEmpty());

      assertThat(contest.post("/api/auth/logout-all", player.token()).status()).isEqualTo(204);

      stream.awaitEnd();
      assertThat(stream.last().status()).isEqualTo("uploaded");
    } finally {
      stack.startWorker();
    }
  }

  @Test
  void onlyTheOwnerMayListen(Contest contest, SampleClips clips, LocalStack stack)
      throws Exception {
    Person owner = contest.join("Propia", "Bogotá");
    Person other = contest.join("Ajena", "Bogotá");
    String video = contest.accepted(owner, clips.light(), "Mía");

    assertRefused(ask(stack, video, null), 401, "unauthorized");
    assertRefused(ask(stack, video, "rubbish"), 401, "unauthorized");
    assertRefused(ask(stack, video, other.token()), 403, "forbidden");
    assertRefused(ask(stack, UUID.randomUUID().toString(), owner.token()), 404, "video_not_found");
    assertRefused(ask(stack, "no-uuid", owner.token()), 404, "video_not_found");
    assertThat(contest.head("/api/videos/" + video + "/events", owner.token()).status())
        .isEqualTo(200);
  }

  private void assertTooMany(LocalStack stack, String video, Person player) throws Exception {
    HttpResponse<Stream<String>> answer = ask(stack, video, player.token());
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertRefused(answer, 429, "too_many_requests");
  }

  private static void assertRefused(HttpResponse<Stream<String>> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    try (Stream<String> lines = answer.body()) {
      assertThat(json(String.join("\n", lines.toList())).getString("code")).isEqualTo(code);
    }
  }

  private static void assertNeverGoesBack(List<EventStream.Event> events) {
    for (int i = 1; i < events.size(); i++) {
      EventStream.Event before = events.get(i - 1);
      EventStream.Event after = events.get(i);
      assertThat(after.attempt()).isGreaterThanOrEqualTo(before.attempt());
      if (after.attempt() == before.attempt()) {
        assertThat(after.progress()).isGreaterThanOrEqualTo(before.progress());
      }
    }
  }

  private static void assertAtLeastOneEachSecond(List<EventStream.Event> events) {
    List<EventStream.Event> working =
        events.stream().filter(event -> !event.status().equals("uploaded")).toList();
    for (int i = 1; i < working.size(); i++) {
      Duration gap = Duration.ofNanos(working.get(i).nanos() - working.get(i - 1).nanos());
      assertThat(gap).isLessThanOrEqualTo(Duration.ofMillis(1_500));
    }
  }

  private static EventStream open(LocalStack stack, String video, Person person) throws Exception {
    return EventStream.open(stack, path(video), person.token());
  }

  private static HttpResponse<Stream<String>> ask(LocalStack stack, String video, String token)
      throws Exception {
    return EventStream.ask(stack, path(video), token);
  }

  private static String path(String video) {
    return "/api/videos/" + video + "/events";
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
