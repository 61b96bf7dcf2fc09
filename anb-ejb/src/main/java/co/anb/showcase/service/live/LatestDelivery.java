package co.anb.showcase.service.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * Delivers items to one receiver, one at a time, and keeps only one that waits (conflation): a slow
 * receiver misses items and holds up nobody. While there is something to deliver it occupies one
 * thread of the executor; its receiver may block there.
 *
 * <p>It ends when {@link #end} is called, when the receiver wants no more, or when the receiver
 * fails. After that nothing is delivered, whatever is offered.
 *
 * @param <T> what is delivered
 */
public final class LatestDelivery<T> {

  private static final Logger LOG = System.getLogger(LatestDelivery.class.getName());

  private final Executor writers;
  private final BinaryOperator<T> merge;
  private final Predicate<T> receiver;
  private final Runnable ended;

  private T waiting;
  private boolean delivering;
  private boolean ending;

  /**
   * Prepares the delivery to one receiver.
   *
   * @param writers run the receiver
   * @param merge which item waits on: the one that waits already, or the one that is offered
   * @param receiver takes an item; false if it wants no more
   * @param ended runs once, after the last delivery
   */
  public LatestDelivery(
      Executor writers, BinaryOperator<T> merge, Predicate<T> receiver, Runnable ended) {
    this.writers = writers;
    this.merge = merge;
    this.receiver = receiver;
    this.ended = ended;
  }

  /** Offers an item; never blocks. */
  public synchronized void offer(T item) {
    waiting = waiting == null ? item : merge.apply(waiting, item);
    wake();
  }

  /** Ends the delivery after the item that is being delivered; what waits is dropped. */
  public synchronized void end() {
    ending = true;
    wake();
  }

  private void wake() {
    if (!delivering) {
      delivering = true;
      writers.execute(this::deliver);
    }
  }

  /** After the end it stays "delivering", so that no offer wakes it again. */
  private void deliver() {
    Turn<T> turn = take();
    while (turn.item() != null) {
      turn = wantsMoreAfter(turn.item()) ? take() : new Turn<>(null, true);
    }
    if (turn.last()) {
      ended.run();
    }
  }

  private boolean wantsMoreAfter(T item) {
    try {
      return receiver.test(item);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A subscriber of a live stream failed", e);
      return false;
    }
  }

  /** The next value. If there is none and the delivery does not end, the next offer wakes it. */
  private synchronized Turn<T> take() {
    T next = ending ? null : waiting;
    waiting = null;
    delivering = next != null || ending;
    return new Turn<>(next, ending);
  }

  /**
   * What the delivering thread does next.
   *
   * @param item null if there is nothing to deliver
   * @param last whether the delivery is over
   */
  private record Turn<T>(T item, boolean last) {}
}
