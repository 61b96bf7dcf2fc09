package co.anb.showcase.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides about one public file as a web server behind Nginx does, and counts how often. */
final class FileDecisions implements AutoCloseable {

  static final String ADDRESS = "/media/processed/aa/clip.mp4";
  static final String CONTENT = "As short as a clip never is";
  static final String REFUSAL = "{\"code\":\"video_not_found\"}";

  /** Headers that must arrive with the file. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "public, max-age=86400",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Content-Security-Policy", "frame-ancestors 'none'",
          "Referrer-Policy", "strict-origin-when-cross-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy", "camera=()");

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private final Set<String> tellTales = new ConcurrentSkipListSet<>();
  private volatile boolean refuses;

  FileDecisions() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Puts the file where Nginx finds it. */
  static void put(Path mediaRoot) throws IOException {
    Path file = mediaRoot.resolve("processed/aa/clip.mp4");
    Files.createDirectories(file.getParent());
    Files.writeString(file, CONTENT);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.incrementAndGet();
      for (String name : Set.of("Authorization", "Cookie", "Range", "If-None-Match")) {
        if (exchange.getRequestHeaders().containsKey(name)) {
          tellTales.add(name);
        }
      }
      if (refuses) {
        byte[] body = REFUSAL.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        boolean withBody = exchange.getRequestMethod().equals("GET");
        exchange.sendResponseHeaders(404, withBody ? body.length : -1);
        if (withBody) {
          exchange.getResponseBody().write(body);
        }
        return;
      }
      HEADERS.forEach(exchange.getResponseHeaders()::add);
      exchange.getResponseHeaders().add("Content-Type", "video/mp4");
      exchange
          .getResponseHeaders()
          .add("X-Accel-Redirect", ADDRESS.replaceFirst("^/media/", "/-/media/"));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  void refuse(boolean now) {
    refuses = now;
  }

  int asked() {
    return asked.get();
  }

  /** Headers of clients that got here with a question whose answer is kept. */
  Set<String> tellTales() {
    return tellTales;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
