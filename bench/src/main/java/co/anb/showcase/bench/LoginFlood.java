package co.anb.showcase.bench;

import co.anb.showcase.local.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Signs in again and again, several times at once, until it is closed. */
final class LoginFlood implements AutoCloseable {

  private final URI base;
  private final JsonObject login;
  private final int clients;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private ExecutorService threads;
  private long begun;
  private volatile boolean over;

  LoginFlood(URI base, String email, String password, int clients) {
    this.base = base;
    this.login = Json.createObjectBuilder().add("email", email).add("password", password).build();
    this.clients = clients;
  }

  void start() {
    over = false;
    done.set(0);
    refused.set(0);
    begun = System.nanoTime();
    threads = Executors.newFixedThreadPool(clients);
    for (int i = 0; i < clients; i++) {
      threads.execute(this::run);
    }
  }

  private void run() {
    var api = new ApiClient(base);
    while (!over) {
      if (api.post("/api/auth/login", login, null).status() == 200) {
        done.incrementAndGet();
      } else {
        refused.incrementAndGet();
      }
    }
  }

  /** A line for people. */
  String summary() {
    double seconds = (System.nanoTime() - begun) / 1e9;
    return String.format(
        Locale.ROOT,
        "| sign-ins, %d at a time, meanwhile | %.0f | | | | %d refused | | | | | |",
        clients,
        done.get() / seconds,
        refused.get());
  }

  @Override
  public void close() {
    over = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
