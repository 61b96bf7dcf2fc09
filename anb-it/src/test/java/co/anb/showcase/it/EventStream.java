package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads events on a thread of its own as they come. */
final class EventStream implements AutoCloseable {

  private static final Duration END = Duration.ofMinutes(4);

  // As a proxy would; and over HTTP/2 the server drops all streams when a client leaves one.
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  record Event(String name, JsonObject data, long nanos) {

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

  private final HttpResponse<Stream<String>> answer;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Thread reader = new Thread(this::read, "events");

  private EventStream(HttpResponse<Stream<String>> answer) {
    this.answer = answer;
    reader.start();
  }

  /** Opens a stream, which must not be refused. */
  static EventStream open(LocalStack stack, String path, String token) throws Exception {
    HttpResponse<Stream<String>> answer = ask(stack, path, token);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new EventStream(answer);
  }

  /** Asks for a stream, which may be refused. */
  static HttpResponse<Stream<String>> ask(LocalStack stack, String path, String token)
      throws Exception {
    var request =
        HttpRequest.newBuilder(stack.baseUrl().resolve(path))
            .timeout(Duration.ofSeconds(10))
            .header("Accept", "text/event-stream");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofLines());
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
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
