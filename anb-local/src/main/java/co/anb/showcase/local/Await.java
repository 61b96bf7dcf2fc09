package co.anb.showcase.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until something holds, by asking again and again. */
final class Await {

  private static final long INTERVAL_MILLIS = 200;

  private static final ScheduledExecutorService POLLING =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            var thread = new Thread(task, "await");
            thread.setDaemon(true);
            return thread;
          });

  private Await() {}

  /**
   * Waits until the check answers true.
   *
   * @return false if it did not within the time
   * @throws StackException if the check throws it, or the thread is interrupted
   */
  static boolean until(Duration limit, Callable<Boolean> check) {
    var held = new CompletableFuture<Boolean>();
    Future<?> polling =
        POLLING.scheduleWithFixedDelay(
            () -> {
              try {
                if (check.call()) {
                  held.complete(true);
                }
              } catch (Exception e) {
                held.completeExceptionally(e);
              }
            },
            0,
            INTERVAL_MILLIS,
            TimeUnit.MILLISECONDS);
    try {
      return held.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StackException known) {
        throw known;
      }
      throw new StackException("A check failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while waiting", e);
    } finally {
      polling.cancel(true);
    }
  }
}
