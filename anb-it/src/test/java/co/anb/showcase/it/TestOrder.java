package co.anb.showcase.it;

import org.junit.jupiter.api.Order;

/**
 * How the tests share two cores. They come one after the other; beside them goes, as {@code
 * CONCURRENT}, what has everything of its own and mostly waits. What watches the clock comes when
 * that is done.
 */
final class TestOrder {

  /** The lock of what goes beside the others and of what watches the clock. */
  static final String BOTH = "both lanes";

  /** The order of those that watch the clock. */
  static final int LATE = Order.DEFAULT + 1;

  /** The order of what is longest and needs both cores. */
  static final int LAST = Order.DEFAULT + 2;

  private TestOrder() {}
}
