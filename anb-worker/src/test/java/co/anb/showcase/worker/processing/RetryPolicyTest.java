package co.anb.showcase.worker.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Duration BASE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Test
  void waitsTwiceAsLongEachTimeUpToALimit() {
    var policy = new RetryPolicy(9, BASE, LONGEST, () -> 0.5);

    assertThat(policy.delay(1)).isEqualTo(BASE);
    assertThat(policy.delay(2)).isEqualTo(BASE.multipliedBy(2));
    assertThat(policy.delay(4)).isEqualTo(BASE.multipliedBy(8));
    assertThat(policy.delay(5)).isEqualTo(LONGEST);
    assertThat(policy.delay(500)).isEqualTo(LONGEST);
  }

  @Test
  void scattersJobsThatBrokeTogether() {
    assertThat(new RetryPolicy(9, BASE, LONGEST, () -> 0).delay(1)).isEqualTo(BASE.dividedBy(2));
    assertThat(new RetryPolicy(9, BASE, LONGEST, () -> 1).delay(1))
        .isEqualTo(BASE.multipliedBy(3).dividedBy(2));
  }

  @Test
  void givesUpAfterTheAllowedFailuresOrFarTooManyClaims() {
    var policy = new RetryPolicy(3, BASE, LONGEST, () -> 0.5);

    assertThat(policy.isExhausted(2, 2)).isFalse();
    assertThat(policy.isExhausted(3, 3)).isTrue();
    // Workers that died took most of these claims with them.
    assertThat(policy.isExhausted(1, 11)).isFalse();
    assertThat(policy.isExhausted(1, 12)).isTrue();
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(0, BASE, LONGEST, () -> 0))
        .withMessageContaining("anb.worker.max-attempts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(1, Duration.ZERO, LONGEST, () -> 0))
        .withMessageContaining("anb.worker.retry-seconds");
  }
}
