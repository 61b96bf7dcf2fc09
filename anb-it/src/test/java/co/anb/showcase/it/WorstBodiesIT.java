package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every endpoint that takes a body gets the greatest one that is accepted, in its worst shape, four
 * times at once. The endpoints are those of the API's description, so a new one joins by itself.
 * The server has a heap of 256 MB and ends with the first OutOfMemoryError: a megabyte of empty
 * parts alone once filled a gigabyte.
 */
@ExtendWith(RunningStack.class)
class WorstBodiesIT {

  private static final String BOUNDARY = "b";
  private static final int JSON = 64 * 1024;
  private static final int PICTURE = 2 * 1024 * 1024;
  private static final int PIECE = 24 * 1024 * 1024;
  private static final int PARTS = 110_000;
  private static final int AT_ONCE = 4;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private record Endpoint(String method, String path, String type) {}

  @Test
  void theServerOutlivesThemAllAndKeepsLittle(LocalStack stack, Contest contest) throws Exception {
    ProcessHandle server = stack.process(StackComponent.SERVER).orElseThrow();
    Person player = contest.join("Bomba", "Cali");
    Person office = new Backstage(stack, contest).join("Oficina", "ADMIN");
    List<Endpoint> endpoints = endpoints(contest);
    assertThat(endpoints).hasSizeGreaterThan(30);
    assertThat(endpoints.stream().map(Endpoint::type).collect(Collectors.toSet()))
        .contains("application/json", "multipart/form-data", "image/jpeg");

    for (Endpoint endpoint : endpoints) {
      for (Map.Entry<String, BodyPublisher> body : worst(endpoint.type()).entrySet()) {
        String token = endpoint.path().contains("/admin/") ? office.token() : player.token();
        long begun = System.nanoTime();
        send(contest, endpoint, token, body.getValue());
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
            .as("%s with %s", endpoint, body.getKey())
            .isLessThan(Duration.ofSeconds(60));
        assertThat(server.isAlive()).as("%s with %s", endpoint, body.getKey()).isTrue();
      }
    }

    assertThat(stack.process(StackComponent.SERVER)).contains(server);
    assertThat(liveMegabytes(server)).isLessThan(200);
    assertThat(Files.readString(stack.log(StackComponent.SERVER), StandardCharsets.ISO_8859_1))
        .doesNotContain("OutOfMemoryError");
    assertThat(contest.get("/api/health", null).status()).isEqualTo(200);
  }

  /** All operations with a body, once for each kind of body. */
  private static List<Endpoint> endpoints(Contest contest) {
    JsonObject paths =
        contest
            .get("/openapi?format=json", null, Map.of("Accept", "application/json"))
            .object()
            .getJsonObject("paths");
    List<Endpoint> endpoints = new ArrayList<>();
    for (Map.Entry<String, JsonValue> path : paths.entrySet()) {
      for (Map.Entry<String, JsonValue> operation : path.getValue().asJsonObject().entrySet()) {
        if (operation.getValue() instanceof JsonObject described
            && described.containsKey("requestBody")) {
          JsonObject content = described.getJsonObject("requestBody").getJsonObject("content");
          for (String type : new TreeSet<>(content.keySet())) {
            endpoints.add(
                new Endpoint(
                    operation.getKey().toUpperCase(Locale.ROOT),
                    path.getKey().replaceAll("\\{[^}]*\\}", UUID.randomUUID().toString()),
                    type));
          }
        }
      }
    }
    return endpoints;
  }

  private static Map<String, BodyPublisher> worst(String type) {
    Map<String, BodyPublisher> bodies = new LinkedHashMap<>();
    if (type.startsWith("multipart/")) {
      bodies.put(
          "empty parts",
          text(
              "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n\r\n".repeat(PARTS)
                  + "--b--\r\n"));
      bodies.put("one endless header", text("--b\r\nContent-Disposition: " + "x".repeat(PIECE)));
      bodies.put(
          "one large part",
          text(
              "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n" + "x".repeat(PIECE)));
    } else if (type.equals("application/x-www-form-urlencoded")) {
      bodies.put("many fields", text("a&".repeat(JSON / 2)));
      bodies.put("one long field", text("username=" + "x".repeat(JSON - 16)));
    } else if (type.startsWith("image/")) {
      bodies.put("a picture of 65535 x 65535", BodyPublishers.ofByteArray(hugeJpeg()));
      bodies.put("many scans", BodyPublishers.ofByteArray(manyScans()));
    } else if (type.contains("json")) {
      bodies.put("nested lists", text("[".repeat(JSON)));
      bodies.put("nested objects", text("{\"a\":".repeat(JSON / 5)));
      bodies.put("many members", text("{" + "\"a\":1,".repeat(JSON / 7 - 2) + "\"b\":1}"));
      bodies.put("a great number", text("{\"version\":1e" + "9".repeat(JSON - 20) + "}"));
      bodies.put("many digits", text("{\"version\":" + "9".repeat(JSON - 20) + "}"));
    } else {
      bodies.put("a large piece", BodyPublishers.ofByteArray(new byte[PIECE]));
    }
    return bodies;
  }

  private static BodyPublisher text(String body) {
    return BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1);
  }

  /** A header that promises four gigapixels. */
  private static byte[] hugeJpeg() {
    byte[] bytes = new byte[PICTURE];
    byte[] start = {
      (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC2, 0, 11, 8, -1, -1, -1, -1, 1, 1, 0x11, 0
    };
    System.arraycopy(start, 0, bytes, 0, start.length);
    return bytes;
  }

  /** As many scans as fit. */
  private static byte[] manyScans() {
    byte[] bytes = new byte[PICTURE];
    byte[] start = {
      (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC2, 0, 11, 8, 8, 0, 8, 0, 1, 1, 0x11, 0
    };
    byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 0};
    System.arraycopy(start, 0, bytes, 0, start.length);
    for (int at = start.length; at + scan.length < bytes.length; at += scan.length) {
      System.arraycopy(scan, 0, bytes, at, scan.length);
    }
    return bytes;
  }

  /** Whatever the answer is: a refusal may also come by closing the connection. */
  private void send(Contest contest, Endpoint endpoint, String token, BodyPublisher body)
      throws Exception {
    String type =
        endpoint.type().startsWith("multipart/")
            ? endpoint.type() + "; boundary=" + BOUNDARY
            : endpoint.type();
    HttpRequest request =
        HttpRequest.newBuilder(contest.base().resolve(endpoint.path()))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + token)
            .method(endpoint.method(), body)
            .build();
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      answers.add(http.sendAsync(request, BodyHandlers.discarding()));
    }
    for (CompletableFuture<HttpResponse<Void>> answer : answers) {
      int status =
          answer
              .thenApply(HttpResponse::statusCode)
              .exceptionally(refused -> 400)
              .get(70, TimeUnit.SECONDS);
      assertThat(status).as("%s", endpoint).isNotEqualTo(500);
    }
  }

  /** What is still reachable after a full collection, by the JDK's own histogram. */
  private static long liveMegabytes(ProcessHandle server) throws Exception {
    String java = server.info().command().orElseThrow();
    String jcmd = java.replaceAll("/java$", "/jcmd");
    String histogram = Shell.run(jcmd, Long.toString(server.pid()), "GC.class_histogram");
    String total =
        histogram.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
    return Long.parseLong(total.strip().split("\\s+", -1)[2]) >> 20;
  }
}
