package co.anb.showcase.worker.processing;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When a broken attempt is repeated: after twice as long each time, with jitter, so that jobs that
 * failed together are not retried together.
 *
 * @param maxFailures after so many broken attempts the job is given up
 * @param base how long to wait after the first one, on average
 * @param longest never wait longer than this, on average
 * @param random from 0 to 1
 */
public record RetryPolicy(int maxFailures, Duration base, Duration longest, DoubleSupplier random) {

  /**
   * A worker that dies takes no blame off the clip for ever: so many claims for each allowed
   * failure.
   */
  private static final int CLAIMS_PER_FAILURE = 4;

  /** Refuses what makes no sense. */
  public RetryPolicy {
    if (maxFailures < 1) {
      throw new IllegalArgumentException("anb.worker.max-attempts must be at least 1");
    }
    if (base.isNegative() || base.isZero()) {
      throw new IllegalArgumentException("anb.worker.retry-seconds must be positive");
    }
  }

  /**
   * Whether a job is to be given up now that this attempt has broken.
   *
   * @param failures broken attempts, this one included
   * @param claims how often it was claimed, this time included
   */
  boolean isExhausted(int failures, int claims) {
    return failures >= maxFailures || claims >= maxFailures * CLAIMS_PER_FAILURE;
  }

  /**
   * How long to wait for the next attempt: the average, give or take a half.
   *
   * @param failures broken attempts so far, from 1
   */
  Duration delay(int failures) {
    double doubled = base.toMillis() * Math.pow(2, failures - 1.0);
    double average = Math.min((double) longest.toMillis(), doubled);
    return Duration.ofMillis(Math.round(average * (0.5 + random.getAsDouble())));
  }
}
