package co.anb.showcase.api.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few through at a time, in the order in which they came. Fifty threads at two processors
 * take turns that are a matter of luck: the median is the same, but one of a hundred waits ten
 * times as long. No request is refused; one that has waited long enough runs beside the others, so
 * that a few that hang do not hold up everybody.
 */
final class ConcurrencyLimiter {

  private final Semaphore free;
  private final long patienceNanos;

  /**
   * @param width so many at a time
   * @param patience after which one goes through in any case
   */
  ConcurrencyLimiter(int width, Duration patience) {
    free = new Semaphore(width, true);
    patienceNanos = patience.toNanos();
  }

  /** What is done inside. */
  @FunctionalInterface
  interface Passage<A extends Exception, B extends Exception> {

    /** Does it. */
    void go() throws A, B;
  }

  /** Waits for its turn, then goes. */
  <A extends Exception, B extends Exception> void pass(Passage<A, B> passage) throws A, B {
    boolean held = acquire();
    try {
      passage.go();
    } finally {
      if (held) {
        free.release();
      }
    }
  }

  private boolean acquire() {
    try {
      return free.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
