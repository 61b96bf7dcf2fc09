package co.anb.showcase.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * People who look at the site all the time, whatever happens behind it. Each comes on a connection
 * of its own: an old one may just be closed by an Nginx that reloads, which browsers mend and
 * Java's client does not always.
 */
final class Visitors implements AutoCloseable {

  private static final int PERIOD_MILLIS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService people = Executors.newCachedThreadPool();

  /** Each asks for something of its own, so that no kept answer hides a server that is gone. */
  private final AtomicInteger visits = new AtomicInteger();

  private final AtomicInteger served = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong slowest = new AtomicLong();
  private final List<String> disappointed = new CopyOnWriteArrayList<>();
  private final HttpClient http;
  private final URI address;

  /** They come twenty times a second from now on. */
  Visitors(HttpClient http, URI address) {
    this.http = http;
    this.address = address;
    var unused =
        clock.scheduleAtFixedRate(
            () -> people.execute(this::look), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    int visit = visits.incrementAndGet();
    waiting.incrementAndGet();
    long begin = System.nanoTime();
    try {
      var request =
          HttpRequest.newBuilder(URI.create(address + "?visit=" + visit))
              .timeout(PATIENCE)
              .header("Connection", "close")
              .build();
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status == 200) {
        served.incrementAndGet();
      } else {
        disappointed.add("status " + status);
      }
    } catch (java.io.IOException e) {
      disappointed.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      slowest.accumulateAndGet((System.nanoTime() - begin) / 1_000_000, Math::max);
      waiting.decrementAndGet();
    }
  }

  int served() {
    return served.get();
  }

  int waiting() {
    return waiting.get();
  }

  long slowestMillis() {
    return slowest.get();
  }

  /** What went wrong, one entry a visit. */
  List<String> disappointed() {
    return disappointed;
  }

  /** No more come; those that wait are let go. */
  @Override
  public void close() {
    clock.shutdownNow();
    people.shutdownNow();
  }
}
