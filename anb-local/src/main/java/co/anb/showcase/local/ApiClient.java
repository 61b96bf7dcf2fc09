package co.anb.showcase.local;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Talks to the product as any client does, over HTTP. */
public final class ApiClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final URI base;

  /** A client of the server at {@code base}. */
  public ApiClient(URI base) {
    this.base = base;
  }

  /** An answer whose body is JSON. */
  public record Answer(int status, JsonStructure body) {

    /** The body as an object. */
    public JsonObject object() {
      return body.asJsonObject();
    }

    /** Why the server refused, in its own words. */
    String reason() {
      String text = body == null ? "" : body.toString();
      return "status " + status + " " + text;
    }

    /**
     * Insists on a status.
     *
     * @throws StackException with the server's words if it is another one
     */
    public Answer require(int expected, String what) {
      if (status != expected) {
        throw new StackException(what + " failed: " + reason());
      }
      return this;
    }
  }

  /** Asks; without a token if that is null. */
  public Answer get(String path, String token) {
    return send(request(path, token).GET());
  }

  /** Sends JSON; without a token if that is null. */
  public Answer post(String path, JsonObject body, String token) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Uploads a clip without holding it in memory. */
  public Answer upload(Path clip, String title, String token) throws FileNotFoundException {
    String boundary = "anb-" + UUID.randomUUID();
    String head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="title"\r
        Content-Type: text/plain; charset=UTF-8\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="video_file"; filename="clip.mp4"\r
        Content-Type: video/mp4\r
        \r
        """
            .formatted(boundary, title);
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(clip),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return send(
        request("/api/videos/upload", token)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body));
  }

  void download(String path, String token, Path target) {
    HttpResponse<Path> response =
        exchange(request(path, token).GET().build(), BodyHandlers.ofFile(target));
    if (response.statusCode() != 200) {
      throw new StackException("Downloading " + path + " failed: status " + response.statusCode());
    }
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request.build(), BodyHandlers.ofString());
    String body = response.body();
    if (body.isBlank()) {
      return new Answer(response.statusCode(), null);
    }
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return new Answer(response.statusCode(), reader.read());
    } catch (JsonException e) {
      throw new StackException(
          "%s answered status %d and no JSON: %s"
              .formatted(
                  response.uri(),
                  response.statusCode(),
                  body.substring(0, Math.min(body.length(), 200))),
          e);
    }
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return HTTP.send(request, handler);
    } catch (IOException e) {
      throw new StackException("No answer from " + request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted", e);
    }
  }

  static boolean answers(String url) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
