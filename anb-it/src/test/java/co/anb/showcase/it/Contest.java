package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The contest's HTTP interface, from a client's side. */
final class Contest {

  static final String PASSWORD = "Tiro-de-3-puntos!";

  private final HttpClient http;
  private final URI base;

  Contest(URI base) {
    // As Nginx does: over clear-text HTTP/2 the server ends the connection with a refused upload.
    this(
        base,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build());
  }

  Contest(URI base, HttpClient http) {
    this.base = base;
    this.http = http;
  }

  /** The address of the server. */
  URI base() {
    return base;
  }

  /** A person who is signed in. */
  record Person(String id, String email, String token, String firstName, String lastName) {}

  Person join(String firstName, String city) {
    String email = "persona-" + UUID.randomUUID() + "@anb.example";
    Answer signup = signup(person(email, firstName, city));
    assertThat(signup.status()).as("%s", signup).isEqualTo(201);
    return new Person(
        signup.object().getString("user_id"), email, login(email), firstName, "Prueba");
  }

  static Map<String, String> person(String email, String firstName, String city) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("first_name", firstName);
    body.put("last_name", "Prueba");
    body.put("email", email);
    body.put("password1", PASSWORD);
    body.put("password2", PASSWORD);
    body.put("city", city);
    body.put("country", "Colombia");
    return body;
  }

  Answer signup(Map<String, String> body) {
    return postJson("/api/auth/signup", body, null);
  }

  String login(String email) {
    Answer answer = postJson("/api/auth/login", Map.of("email", email, "password", PASSWORD), null);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.object().getString("access_token");
  }

  Answer loginForm(String name, String password) {
    String form =
        "username="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
    return send(
        request("/api/auth/login", null)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  Answer upload(Person person, Path clip, String title) {
    return upload(person, clip, title, Map.of());
  }

  Answer upload(Person person, Path clip, String title, Map<String, String> headers) {
    try {
      List<BodyPublisher> parts = new ArrayList<>();
      String boundary = "anb-" + UUID.randomUUID();
      if (title != null) {
        parts.add(
            BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"title\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n%s\r\n"
                    .formatted(boundary, title)));
      }
      if (clip != null) {
        parts.add(
            BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"video_file\"; filename=\"../../clip.mp4\"\r\nContent-Type: video/mp4\r\n\r\n"
                    .formatted(boundary)));
        parts.add(BodyPublishers.ofFile(clip));
        parts.add(BodyPublishers.ofString("\r\n"));
      }
      parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
      var request =
          request("/api/videos/upload", person == null ? null : person.token())
              .timeout(Duration.ofMinutes(2))
              .header("Content-Type", "multipart/form-data; boundary=" + boundary)
              .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
      headers.forEach(request::header);
      return send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Uploads a clip that must be accepted. */
  String accepted(Person person, Path clip, String title) {
    Answer answer = upload(person, clip, title);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.object().getString("video_id");
  }

  /** Waits until the clip is processed or failed and returns its detail. */
  JsonObject finished(Person person, String videoId) {
    return finished(person, videoId, Duration.ofMinutes(4));
  }

  JsonObject finished(Person person, String videoId, Duration patience) {
    return await("video " + videoId + " to be finished")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(
            () -> get("/api/videos/" + videoId, person.token()).object(),
            video -> List.of("processed", "failed").contains(video.getString("status")));
  }

  /** Waits until the clip is processed; a failure ends the wait with what the server said. */
  JsonObject processed(Person person, String videoId) {
    JsonObject video = finished(person, videoId);
    assertThat(video.getString("status")).as("%s", video).isEqualTo("processed");
    return video;
  }

  Answer vote(String videoId, Person voter) {
    return post("/api/public/videos/" + videoId + "/vote", voter == null ? null : voter.token());
  }

  Answer get(String path, String token) {
    return send(request(path, token).GET());
  }

  Answer get(String path, String token, Map<String, String> headers) {
    var request = request(path, token).GET();
    headers.forEach(request::header);
    return send(request);
  }

  Answer head(String path, String token) {
    return send(request(path, token).method("HEAD", BodyPublishers.noBody()));
  }

  Answer post(String path, String token) {
    return send(request(path, token).POST(BodyPublishers.noBody()));
  }

  Answer delete(String path, String token) {
    return send(request(path, token).DELETE());
  }

  Answer postJson(String path, Map<String, String> body, String token) {
    var object = Json.createObjectBuilder();
    body.forEach(object::add);
    return postText(path, object.build().toString(), token);
  }

  Answer postText(String path, String json, String token) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  Answer putText(String path, String json, String token) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  Answer send(String method, String path, String token, Map<String, String> headers, byte[] body) {
    var request = request(path, token).method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request);
  }

  private HttpRequest.Builder request(String path, String token) {
    // Not resolved: two slashes would begin the name of another host.
    URI address = path.startsWith("/") ? URI.create(base + path) : base.resolve(path);
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the server", e);
    }
  }
}
