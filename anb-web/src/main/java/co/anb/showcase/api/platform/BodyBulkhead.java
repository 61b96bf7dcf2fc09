package co.anb.showcase.api.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many bodies are read at a time: in all, and of one sender. Together they must be fewer than
 * the server has threads, or slow senders keep everybody else out. Safe for use by several threads.
 */
final class BodyBulkhead {

  private final Semaphore all;
  private final int ofOne;
  private final Duration patience;
  private final Map<String, Integer> held = new HashMap<>();

  /**
   * Makes them, all free.
   *
   * @param all so many in all
   * @param ofOne so many of one sender
   * @param patience how long to wait when all are taken
   */
  BodyBulkhead(int all, int ofOne, Duration patience) {
    this.all = new Semaphore(all);
    this.ofOne = ofOne;
    this.patience = patience;
  }

  /** A slot until it is closed; closing it again does nothing. */
  interface Slot extends AutoCloseable {

    /** Gives it back. */
    @Override
    void close();
  }

  /** Takes one; empty if there is none to be had. */
  Optional<Slot> take(String sender) throws InterruptedException {
    if (!enter(sender)) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      taken = all.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!taken) {
        leave(sender);
      }
    }
    return taken ? Optional.of(held(sender)) : Optional.empty();
  }

  private Slot held(String sender) {
    var open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) {
        release(sender);
      }
    };
  }

  private void release(String sender) {
    all.release();
    leave(sender);
  }

  private synchronized boolean enter(String sender) {
    if (held.getOrDefault(sender, 0) >= ofOne) {
      return false;
    }
    held.merge(sender, 1, Integer::sum);
    return true;
  }

  private synchronized void leave(String sender) {
    held.computeIfPresent(sender, (key, count) -> count == 1 ? null : count - 1);
  }
}
