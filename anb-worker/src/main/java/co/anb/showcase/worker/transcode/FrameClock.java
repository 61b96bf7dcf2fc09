package co.anb.showcase.worker.transcode;

/**
 * Turns frames at any times into a constant frame rate. Each frame is offered with its time; the
 * first one of a slot is used, later ones of the same slot are dropped, and the caller repeats the
 * frame before to fill skipped slots.
 */
final class FrameClock {

  /** A frame that is not needed. */
  static final int DROP = -1;

  private static final double HALF = 0.5 + 1e-4;

  private final int frameRate;
  private final int limit;
  private double start = Double.NaN;
  private int next;

  FrameClock(int frameRate, int limit) {
    this.frameRate = frameRate;
    this.limit = limit;
  }

  /**
   * Decides about a frame.
   *
   * @param seconds the frame's time; the first frame's is taken as 0
   * @return how often the frame before has to be repeated ahead of this one, or {@link #DROP}
   */
  int offer(double seconds) {
    if (Double.isNaN(start)) {
      start = seconds;
    }
    long slot = slot(seconds);
    if (slot >= limit) {
      // Only fills the gap up to the limit; the frame itself comes too late.
      return DROP;
    }
    if (slot < next) {
      return DROP;
    }
    int gap = (int) slot - next;
    next = (int) slot + 1;
    return gap;
  }

  /** How often the last frame has to be repeated so that it lasts until {@code seconds}. */
  int fillUntil(double seconds) {
    if (Double.isNaN(start)) {
      return 0;
    }
    long end = Math.min(limit, slot(seconds));
    int gap = (int) Math.max(0, end - next);
    next += gap;
    return gap;
  }

  /** Whether a frame of this time lies behind the end. */
  boolean isPastEnd(double seconds) {
    return !Double.isNaN(start) && slot(seconds) >= limit;
  }

  /**
   * The nearest slot. Half-way, as every second frame of the double rate, it is the earlier one,
   * whichever way the numbers were rounded before.
   */
  private long slot(double seconds) {
    return (long) Math.ceil((seconds - start) * frameRate - HALF);
  }

  /** Slots filled so far. */
  int frames() {
    return next;
  }
}
