package co.anb.showcase.service.limit;

import co.anb.showcase.service.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Heavy work, of which only a few pieces are done at a time. Some callers may wait for their turn;
 * more are sent away at once, for each of them waits on a thread that serves HTTP. Safe for use by
 * several threads.
 */
public final class Turns {

  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Semaphore turns;
  private final Semaphore places;
  private final Duration patience;

  /**
   * Makes them, all free.
   *
   * @param atATime at least 1
   * @param mostWaiting so many may wait; the others are sent away at once
   * @param patience who has waited so long is sent away too
   */
  public Turns(int atATime, int mostWaiting, Duration patience) {
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
