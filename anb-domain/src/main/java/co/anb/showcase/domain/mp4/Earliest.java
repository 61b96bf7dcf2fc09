package co.anb.showcase.domain.mp4;

/** The least of the times that it is offered. */
final class Earliest {

  private long value = Long.MAX_VALUE;

  void offer(long time) {
    value = Math.min(value, time);
  }

  /** Not below 0; 0 if none was offered. */
  long value() {
    return value == Long.MAX_VALUE ? 0 : Math.max(0, value);
  }
}
