package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Owners see live how far their clips are. */
@ExtendWith(RunningStack.class)
class ProgressIT {

  private static final Duration END = Duration.ofMinutes(4);
  private static final List<String> FINAL = List.of("processed", "failed");

  // As a proxy would; and over HTTP/2 the server drops all streams when a client leaves one.
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

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
    List<Event> events = stream.events();
    assertThat(events).allSatisfy(event -> assertThat(event.name()).isEqualTo("video"));
    assertThat(events.get(0).status()).isIn("uploaded", "processing");
    assertNeverGoesBack(events);
    assertAtLeastOneEachSecond(events);
    Event last = events.get(events.size() - 1);
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
    assertThat(late.events()).extracting(Event::status).containsExactly("processed");
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
    // What the first heard live, the database may know a little later.
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
      String video = contest.accepted(player, clips.standard(), "Para borrar");
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
  void onlyTheOwnerMayListen(Contest contest, SampleClips clips, LocalStack stack)
      throws Exception {
    Person owner = contest.join("Propia", "Bogotá");
    Person other = contest.join("Ajena", "Bogotá");
    String video = contest.accepted(owner, clips.standard(), "Mía");

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

  private static void assertNeverGoesBack(List<Event> events) {
    for (int i = 1; i < events.size(); i++) {
      Event before = events.get(i - 1);
      Event after = events.get(i);
      assertThat(after.attempt()).isGreaterThanOrEqualTo(before.attempt());
      if (after.attempt() == before.attempt()) {
        assertThat(after.progress()).isGreaterThanOrEqualTo(before.progress());
      }
    }
  }

  private static void assertAtLeastOneEachSecond(List<Event> events) {
    List<Event> working =
        events.stream().filter(event -> !event.status().equals("uploaded")).toList();
    for (int i = 1; i < working.size(); i++) {
      Duration gap = Duration.ofNanos(working.get(i).nanos() - working.get(i - 1).nanos());
      assertThat(gap).isLessThanOrEqualTo(Duration.ofMillis(1_500));
    }
  }

  private EventStream open(LocalStack stack, String video, Person person) throws Exception {
    HttpResponse<Stream<String>> answer = ask(stack, video, person.token());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new EventStream(answer);
  }

  private HttpResponse<Stream<String>> ask(LocalStack stack, String video, String token)
      throws Exception {
    URI address = stack.baseUrl().resolve("/api/videos/" + video + "/events");
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(10))
            .header("Accept", "text/event-stream");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofLines());
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private record Event(String name, JsonObject data, long nanos) {

    String status() {
      return data.getString("status", "");
    }

    int progress() {
      return data.getInt("progress", 0);
    }

    int attempt() {
      return data.getInt("attempt", 0);
    }
  }

  /** Reads events on a thread of its own as they come. */
  private static final class EventStream implements AutoCloseable {

    private final HttpResponse<Stream<String>> answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::read, "events");

    EventStream(HttpResponse<Stream<String>> answer) {
      this.answer = answer;
      reader.start();
    }

    private void read() {
      try {
        readLines();
      } catch (UncheckedIOException e) {
        // The stream was closed on this side; an end that came too soon shows in the events.
      }
    }

    private void readLines() {
      String name = "message";
      for (Iterator<String> lines = answer.body().iterator(); lines.hasNext(); ) {
        String line = lines.next();
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          events.add(new Event(name, json(line.substring("data: ".length())), System.nanoTime()));
        }
      }
    }

    HttpResponse<Stream<String>> answer() {
      return answer;
    }

    List<Event> events() {
      return events;
    }

    /** The newest event; waits for the first. */
    Event last() {
      await().atMost(Duration.ofSeconds(10)).until(() -> !events.isEmpty());
      return events.get(events.size() - 1);
    }

    void awaitEnd() {
      await().atMost(END).until(() -> !reader.isAlive());
    }

    @Override
    public void close() {
      answer.body().close();
    }
  }
}
