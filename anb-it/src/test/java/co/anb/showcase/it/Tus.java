package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A client of resumable uploads; one request a method, so that tests can do them in any order. */
final class Tus {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;
  private final String token;

  Tus(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Begins an upload that must be accepted; returns its path. */
  String begin(long bytes) {
    Answer answer = tryToBegin(bytes);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    assertThat(answer.header("Location")).startsWith("/api/uploads/");
    return answer.header("Location");
  }

  Answer tryToBegin(long bytes) {
    return send(request("/api/uploads").header("Upload-Length", Long.toString(bytes)).POST(none()));
  }

  Answer offset(String path) {
    return send(request(path).method("HEAD", none()));
  }

  /**
   * Sends what is missing, in one request.
   *
   * @throws UncheckedIOException if the connection breaks
   */
  Answer send(String path, Path file, long offset) {
    try {
      long missing = Files.size(file) - offset;
      return send(
          request(path)
              .timeout(Duration.ofMinutes(2))
              .header("Upload-Offset", Long.toString(offset))
              .header("Content-Type", "application/offset+octet-stream")
              .method("PATCH", from(file, offset, missing)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer send(String path, byte[] bytes, long offset) {
    return send(
        request(path)
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", BodyPublishers.ofByteArray(bytes)));
  }

  Answer cancel(String path) {
    return send(request(path).DELETE());
  }

  Answer finish(String path, String title) {
    String body = Json.createObjectBuilder().add("title", title).build().toString();
    return send(
        request(path + "/finish")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static BodyPublisher from(Path file, long offset, long missing) {
    BodyPublisher bytes = BodyPublishers.ofInputStream(() -> open(file, offset));
    return missing == 0 ? none() : BodyPublishers.fromPublisher(bytes, missing);
  }

  private static InputStream open(Path file, long offset) {
    try {
      InputStream bytes = Files.newInputStream(file);
      bytes.skipNBytes(offset);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BodyPublisher none() {
    return BodyPublishers.noBody();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Tus-Resumable", "1.0.0")
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
