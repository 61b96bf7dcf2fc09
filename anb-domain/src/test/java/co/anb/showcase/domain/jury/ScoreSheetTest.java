package co.anb.showcase.domain.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreSheetTest {

  private static final UUID SHOOTING = new UUID(0, 1);
  private static final UUID PASSING = new UUID(0, 2);
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final Rubric rubric =
      new Rubric(
          List.of(
              criterion(PASSING, "passing", 1, 0, 5, 1, 2),
              criterion(SHOOTING, "shooting", 3, 1, 10, 0.5, 1)));
  private final ScoreSheet sheet =
      new ScoreSheet(new Assignment(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), 1, NOW, null));

  @Test
  void aRubricIsInOrder() {
    assertThat(rubric.criteria())
        .extracting(Criterion::code)
        .containsExactly("shooting", "passing");
  }

  /** 5.5 is the middle of 1 to 10, 5 the top of 0 to 5: (3 · 50 + 1 · 100) / 4. */
  @Test
  void theTotalIsTheWeightedMeanOfThePlacesOnTheScales() {
    assertThat(rubric.total(Map.of(SHOOTING, 5.5, PASSING, 5.0))).isEqualTo(62.5);
    assertThat(rubric.total(Map.of(SHOOTING, 1.0, PASSING, 0.0))).isZero();
    assertThat(rubric.total(Map.of(SHOOTING, 10.0, PASSING, 5.0))).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "1,true",
    "10,true",
    "7.5,true",
    "7.25,false",
    "0.5,false",
    "10.5,false",
    "NaN,false"
  })
  void aScaleHasStepsAndEnds(double value, boolean allowed) {
    assertThat(criterion(SHOOTING, "shooting", 1, 1, 10, 0.5, 1).allows(value)).isEqualTo(allowed);
    assertThat(criterion(SHOOTING, "shooting", 1, 0, 1, 0.1, 1).allows(0.7)).isTrue();
  }

  @Test
  void goesFromDraftToSubmittedAndBack() {
    sheet.save(Map.of(SHOOTING, 4.0), "Buen tiro", NOW);
    sheet.save(Map.of(SHOOTING, 5.5, PASSING, 5.0), null, NOW);
    assertThat(sheet.version()).isEqualTo(2);
    assertThat(sheet.comment()).isEmpty();

    sheet.submit(rubric, NOW);
    assertThat(sheet.total()).contains(62.5);
    assertThat(sheet.submittedAt()).contains(NOW);
    assertThatIllegalStateException().isThrownBy(() -> sheet.save(Map.of(), null, NOW));
    assertThatIllegalStateException().isThrownBy(() -> sheet.submit(rubric, NOW));

    sheet.reopen("Se equivocó de video", NOW);
    assertThat(sheet.isSubmitted()).isFalse();
    assertThat(sheet.total()).isEmpty();
    assertThat(sheet.reopenReason()).contains("Se equivocó de video");
    assertThat(sheet.scores()).isEqualTo(Map.of(SHOOTING, 5.5, PASSING, 5.0));
    assertThat(sheet.version()).isEqualTo(4);
    assertThatIllegalStateException().isThrownBy(() -> sheet.reopen("otra vez", NOW));
  }

  @Test
  void anIncompleteSheetIsNotSubmitted() {
    sheet.save(Map.of(SHOOTING, 4.0), null, NOW);

    assertThatIllegalArgumentException().isThrownBy(() -> sheet.submit(rubric, NOW));
    assertThat(sheet.isSubmitted()).isFalse();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Rubric(List.of()).total(Map.of()));
  }

  private static Criterion criterion(
      UUID id, String code, double weight, double min, double max, double step, int position) {
    var criterion = new Criterion(id, code);
    criterion.measure(weight, min, max, step);
    criterion.place(position);
    return criterion;
  }
}
