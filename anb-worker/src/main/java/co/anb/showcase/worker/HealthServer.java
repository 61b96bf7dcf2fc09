package co.anb.showcase.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Serves the worker's liveness, readiness and metrics over HTTP. */
final class HealthServer implements AutoCloseable {

  /** Some may be held by clients that send half a request. */
  private static final int THREADS = 4;

  /** So long may a request and an answer take; the JDK's server has no limit by default. */
  private static final String LONGEST_SECONDS = "10";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /**
   * Starts serving.
   *
   * @param live whether the process does its work at all
   * @param ready by name, what must hold for new jobs to be taken
   * @param facts by name, what the answer says beside
   * @param metrics the text of {@code /metrics}, in Prometheus' format
   * @throws IOException if the port is taken
   */
  HealthServer(
      String host,
      int port,
      BooleanSupplier live,
      Map<String, BooleanSupplier> ready,
      Map<String, Supplier<String>> facts,
      Supplier<String> metrics)
      throws IOException {
    System.setProperty("sun.net.httpserver.maxReqTime", LONGEST_SECONDS);
    System.setProperty("sun.net.httpserver.maxRspTime", LONGEST_SECONDS);
    server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.setExecutor(threads);
    server.createContext(
        "/health/live", exchange -> answer(exchange, Map.of("worker", live), Map.of()));
    server.createContext("/health/ready", exchange -> answer(exchange, ready, facts));
    server.createContext(
        "/metrics", exchange -> answer(exchange, 200, "text/plain; version=0.0.4", metrics.get()));
    server.start();
  }

  private static void answer(
      HttpExchange exchange,
      Map<String, BooleanSupplier> checks,
      Map<String, Supplier<String>> facts)
      throws IOException {
    JsonObjectBuilder details = Json.createObjectBuilder();
    boolean up = true;
    for (Map.Entry<String, BooleanSupplier> check : checks.entrySet()) {
      boolean good = check.getValue().getAsBoolean();
      details.add(check.getKey(), good);
      up &= good;
    }
    facts.forEach((name, fact) -> details.add(name, fact.get()));
    String body =
        Json.createObjectBuilder()
            .add("status", up ? "UP" : "DOWN")
            .add("checks", details)
            .build()
            .toString();
    answer(exchange, up ? 200 : 503, "application/json", body);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
