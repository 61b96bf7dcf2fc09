package co.anb.showcase.domain.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job's state machine, state by state. */
class JobTransitionTest {

  @ParameterizedTest
  @CsvSource({
    "QUEUED,  CLAIM",
    "RUNNING, CLAIM COMPLETE FAIL RETRY RELEASE",
    "DONE,    ''",
    "FAILED,  REPLAY"
  })
  void aStateHasTheseWaysOut(JobState state, String expected) {
    List<String> ways =
        Arrays.stream(JobTransition.values())
            .filter(transition -> transition.allows(state))
            .map(JobTransition::name)
            .toList();

    assertThat(String.join(" ", ways)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "CLAIM, RUNNING", "COMPLETE, DONE", "FAIL, FAILED",
    "RETRY, QUEUED", "RELEASE, QUEUED", "REPLAY, QUEUED"
  })
  void aTransitionLeadsToOneState(JobTransition transition, JobState state) {
    assertThat(transition.to()).isEqualTo(state);
  }

  @Test
  void queriesGetTheNamesOfTheStates() {
    assertThat(JobTransition.CLAIM.fromNames()).containsExactly("QUEUED", "RUNNING");
    assertThat(JobTransition.REPLAY.fromNames()).containsExactly("FAILED");
  }
}
