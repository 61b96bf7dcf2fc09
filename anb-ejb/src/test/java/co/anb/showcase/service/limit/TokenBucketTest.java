package co.anb.showcase.service.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

  private final Time time = new Time();
  private final TokenBucket allowance = new TokenBucket(Rate.of("3/PT15M"), time, 100);

  @Test
  void refusesWhoHasTakenAllAndSaysHowLongToWait() {
    takeAll("a");

    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> allowance.take("a"));

    assertThat(refusal.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
    // A third of fifteen minutes, and never the moment before.
    assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(301));
    assertThatCode(() -> allowance.take("b")).doesNotThrowAnyException();
  }

  @Test
  void oneMoreIsThereAfterItsShareOfThePeriod() {
    takeAll("a");

    time.pass(Duration.ofSeconds(299));
    assertThatThrownBy(() -> allowance.take("a")).isInstanceOf(ProblemException.class);
    time.pass(Duration.ofSeconds(2));
    allowance.take("a");
    assertThatThrownBy(() -> allowance.take("a")).isInstanceOf(ProblemException.class);
  }

  @Test
  void whatIsGivenBackOrRestoredCanBeTakenAgain() {
    takeAll("a");
    allowance.giveBack("a");
    allowance.take("a");
    assertThatThrownBy(() -> allowance.take("a")).isInstanceOf(ProblemException.class);

    allowance.restore("a");
    takeAll("a");
  }

  @Test
  void readsRates() {
    assertThat(Rate.of(" 10/PT15M ")).isEqualTo(new Rate(10, Duration.ofMinutes(15)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "0/PT1M", "10/15", "10/PT0S", "-1/PT1M", "x/PT1M", "5/PTM"})
  void refusesWhatIsNoRate(String setting) {
    assertThatThrownBy(() -> Rate.of(setting)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHouseholdsAddressesAreOne() {
    assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(ClientNetwork.of("2001:db8:1:2::1"))
        .isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
    assertThat(ClientNetwork.of("192.0.2.1")).isNotEqualTo(ClientNetwork.of("192.0.2.2"));
  }

  private void takeAll(String who) {
    for (int i = 0; i < 3; i++) {
      allowance.take(who);
    }
  }

  private static final class Time implements TimeMeter {

    private long nanos;

    void pass(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
