package co.anb.showcase.service.limit;

import co.anb.showcase.service.problem.ProblemException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How often each of many keys may do one thing. A key that was idle for a period has all its tokens
 * again, so it may be forgotten. Safe for use by several threads.
 */
final class TokenBucket {

  private final Rate rate;
  private final TimeMeter clock;
  private final Cache<String, Bucket> buckets;

  /**
   * @param most so many are remembered at a time; those that come rarely are forgotten first
   */
  TokenBucket(Rate rate, TimeMeter clock, int most) {
    this.rate = rate;
    this.clock = clock;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterAccess(rate.period())
            .ticker(clock::currentTimeNanos)
            .build();
  }

  /**
   * Takes one.
   *
   * @throws ProblemException TOO_MANY_REQUESTS if there is none left
   */
  void take(String who) {
    take(who, 1);
  }

  /**
   * Takes several or none.
   *
   * @throws ProblemException TOO_MANY_REQUESTS if there are fewer left
   */
  void take(String who, long count) {
    tryTake(who, count)
        .ifPresent(
            wait -> {
              throw ProblemException.tooMany(wait);
            });
  }

  /** Takes one if there is one left; otherwise says when there will be one, in whole seconds. */
  Optional<Duration> tryTake(String who) {
    return tryTake(who, 1);
  }

  private Optional<Duration> tryTake(String who, long count) {
    ConsumptionProbe probe = buckets.get(who, key -> full()).tryConsumeAndReturnRemaining(count);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(wholeSeconds(probe.getNanosToWaitForRefill()));
  }

  /** Gives one back that turned out not to count. */
  void giveBack(String who) {
    Bucket bucket = buckets.getIfPresent(who);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  /** Forgets what was taken. */
  void restore(String who) {
    buckets.invalidate(who);
  }

  private Bucket full() {
    return Bucket.builder()
        .withCustomTimePrecision(clock)
        .addLimit(limit -> limit.capacity(rate.times()).refillGreedy(rate.times(), rate.period()))
        .build();
  }

  private static Duration wholeSeconds(long nanos) {
    return Duration.ofSeconds(TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
  }
}
