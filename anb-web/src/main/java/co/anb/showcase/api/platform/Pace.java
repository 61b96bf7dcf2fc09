package co.anb.showcase.api.platform;

import java.time.Duration;

/**
 * How slowly a body may arrive. Reading one occupies a thread of the server for as long.
 *
 * @param bytesPerSecond the least, on average, once the grace is over
 * @param grace so long the rate does not matter
 * @param most the longest in all
 */
record Pace(long bytesPerSecond, Duration grace, Duration most) {

  /** Whether this is too slow. */
  boolean isTooSlow(long bytes, Duration elapsed) {
    return elapsed.compareTo(most) > 0
        || (elapsed.compareTo(grace) > 0
            && bytes < elapsed.minus(grace).toMillis() * bytesPerSecond / 1000);
  }
}
