package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.domain.processing.JobState;
import co.anb.showcase.service.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void readsOneOfAFewWords() {
    assertThat(Query.oneOf(JobState.class, "failed", null)).isEqualTo(JobState.FAILED);
    assertThat(Query.oneOf(JobState.class, null, JobState.DONE)).isEqualTo(JobState.DONE);
    assertThat(Query.oneOf(JobState.class, " ", null)).isNull();
    assertThatThrownBy(() -> Query.oneOf(JobState.class, "FAILED", null))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void readsMomentsOfAnyOffset() {
    assertThat(Query.instant("2026-05-01T10:00:00-05:00", null))
        .isEqualTo(Instant.parse("2026-05-01T15:00:00Z"));
    assertThat(Query.instant(null, Instant.EPOCH)).isEqualTo(Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "2026-05-01", "2026-05-01T10:00:00", "-999999999-01-01T00:00:00Z"})
  void refusesWhatIsNoMoment(String text) {
    assertThatThrownBy(() -> Query.instant(text, null)).isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesWhatIsNoId() {
    assertThat(Query.id("")).isNull();
    assertThatThrownBy(() -> Query.id("1-1-1-1-1")).isInstanceOf(ProblemException.class);
  }
}
