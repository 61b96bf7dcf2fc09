package co.anb.showcase.service.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Before, the server said UP while its bridge had been dead for hours. */
class BridgeBacklogTest {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration HOURS = Duration.ofHours(3);

  @Test
  void aTaskThatWaitsTooLongSaysThatTheBridgeDoesNotWork() {
    assertThat(BridgeBacklog.judge(Duration.ofSeconds(301), HOURS, LONGEST))
        .isEqualTo(new BridgeBacklog.State(301, false));
  }

  @Test
  void aTaskThatHasJustComeOrNoneAtAllIsFine() {
    assertThat(BridgeBacklog.judge(LONGEST, HOURS, LONGEST).flows()).isTrue();
    assertThat(BridgeBacklog.judge(Duration.ZERO, HOURS, LONGEST).flows()).isTrue();
  }

  @Test
  void aServerThatHasJustStartedGetsTimeForWhatItsLastRunLeft() {
    assertThat(BridgeBacklog.judge(HOURS, Duration.ofSeconds(20), LONGEST))
        .isEqualTo(new BridgeBacklog.State(10_800, true));
    assertThat(BridgeBacklog.judge(HOURS, Duration.ofMinutes(6), LONGEST).flows()).isFalse();
  }
}
