package co.anb.showcase.service.limit;

import co.anb.showcase.service.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A bulkhead around expensive work: few calls run at a time, a bounded number waits, further ones
 * are refused at once, because each that waits holds a thread that serves HTTP. Thread-safe.
 */
public final class Bulkhead {

  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Semaphore turns;
  private final Semaphore places;
  private final Duration patience;

  /**
   * Makes them, all free.
   *
   * @param atATime at least 1
   * @param mostWaiting so many may wait; the others are refused at once
   * @param patience a request that has waited so long is refused too
   */
  public Bulkhead(int atATime, int mostWaiting, Duration patience) {
    this.turns = new Semaphore(atATime, true);
    this.places = new Semaphore(atATime + mostWaiting);
    this.patience = patience;
  }

  /**
   * Does the work when it is its turn.
   *
   * @throws ProblemException TOO_MANY_REQUESTS if too many wait
   * @throws Exception what the work throws
   */
  public <T> T take(Callable<T> work) throws Exception {
    if (!places.tryAcquire()) {
      throw ProblemException.tooMany(COME_BACK);
    }
    try {
      if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw ProblemException.tooMany(COME_BACK);
      }
      try {
        return work.call();
      } finally {
        turns.release();
      }
    } finally {
      places.release();
    }
  }
}
