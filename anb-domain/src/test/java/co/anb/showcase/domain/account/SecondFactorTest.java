package co.anb.showcase.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecondFactorTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final Instant begin = Instant.parse("2026-11-30T12:00:00Z");
  private final SecondFactor factor = new SecondFactor(UUID.randomUUID(), new byte[1], begin);

  @Test
  void typingErrorsCostNothing() {
    for (int i = 0; i < 4; i++) {
      factor.fail(begin);
    }
    assertThat(factor.blockedFor(begin)).isEmpty();
  }

  /** Three codes of a million are good at a time: a day's guesses find one once in 10,000 days. */
  @Test
  void whoKnowsThePasswordHasFewGuessesADay() {
    int guesses = 0;
    Instant now = begin;
    while (now.isBefore(begin.plus(DAY))) {
      Duration pause = factor.blockedFor(now).orElse(Duration.ZERO);
      now = now.plus(pause);
      factor.fail(now);
      guesses++;
    }
    assertThat(guesses).isBetween(24, 36);
  }

  @Test
  void aRightCodeForgivesAndItsStepIsSpent() {
    factor.confirm(7, begin);
    for (int i = 0; i < 9; i++) {
      factor.fail(begin);
    }
    assertThat(factor.blockedFor(begin)).hasValue(Duration.ofMinutes(16));
    factor.succeed(9);
    assertThat(factor.blockedFor(begin)).isEmpty();
    assertThat(factor.lastStep()).isEqualTo(9);
    factor.succeed(8);
    assertThat(factor.lastStep()).isEqualTo(9);
  }
}
