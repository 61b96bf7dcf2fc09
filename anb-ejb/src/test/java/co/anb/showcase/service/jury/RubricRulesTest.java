package co.anb.showcase.service.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.anb.showcase.domain.jury.Criterion;
import co.anb.showcase.domain.jury.Rubric;
import co.anb.showcase.service.jury.SheetDraft.Mark;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubricRulesTest {

  private static final UUID SHOOTING = new UUID(0, 1);
  private static final UUID PASSING = new UUID(0, 2);

  private final Rubric rubric =
      new Rubric(List.of(criterion(SHOOTING, "shooting"), criterion(PASSING, "passing")));

  @Test
  void takesAPartOfTheScores() {
    var draft =
        new SheetDraft(0, List.of(new Mark("shooting", 7.5), new Mark("passing", null)), "");

    assertThat(RubricRules.checkSheet(rubric, draft)).isEqualTo(Map.of(SHOOTING, 7.5));
    assertThat(RubricRules.checkSheet(rubric, new SheetDraft(3, null, null))).isEmpty();
  }

  @Test
  void namesEveryFaultOfASheet() {
    var draft =
        new SheetDraft(
            null,
            Arrays.asList(
                new Mark("shooting", 7.3),
                new Mark("shooting", 7.0),
                new Mark("passing", Double.POSITIVE_INFINITY),
                new Mark("dunking", 5.0),
                new Mark(null, 5.0),
                null),
            "x".repeat(2001));

    assertThat(errors(() -> RubricRules.checkSheet(rubric, draft)))
        .containsExactly(
            new FieldError("version", "field_required"),
            new FieldError("comment", "field_too_long"),
            new FieldError("scores.shooting", "score_off_scale"),
            new FieldError("scores.shooting", "criterion_twice"),
            new FieldError("scores.passing", "score_off_scale"),
            new FieldError("scores.dunking", "criterion_unknown"),
            new FieldError("scores[4].criterion", "field_required"),
            new FieldError("scores[5].criterion", "field_required"));
  }

  @Test
  void takesLinesInACommentButNoControlCharacters() {
    assertThatCode(
            () -> RubricRules.checkSheet(rubric, new SheetDraft(0, List.of(), "Bien.\nÁgil.")))
        .doesNotThrowAnyException();
    assertThat(errors(() -> RubricRules.checkSheet(rubric, new SheetDraft(0, List.of(), "nul\0"))))
        .containsExactly(new FieldError("comment", "field_malformed"));
  }

  @Test
  void namesWhatIsMissingBeforeSubmitting() {
    assertThat(errors(() -> RubricRules.checkComplete(rubric, Map.of(SHOOTING, 5.0))))
        .containsExactly(new FieldError("scores.passing", "field_required"));
  }

  @Test
  void takesAGoodRubric() {
    assertThatCode(
            () ->
                RubricRules.checkRubric(
                    List.of(draft("a", 1.0, 1.0, 10.0, 0.5), draft("b", 0.5, 0.0, 1.0, 0.1))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Shots,1,1,10,0.5,criteria[0].code,field_malformed",
    ",1,1,10,0.5,criteria[0].code,field_required",
    "shots,0,1,10,0.5,criteria[0].weight,criterion_weight",
    "shots,1001,1,10,0.5,criteria[0].weight,criterion_weight",
    "shots,NaN,1,10,0.5,criteria[0].weight,criterion_weight",
    "shots,1,10,10,0.5,criteria[0].max,criterion_scale",
    "shots,1,1,10,0,criteria[0].max,criterion_scale",
    "shots,1,1,10,4,criteria[0].max,criterion_scale",
    "shots,1,1,,1,criteria[0].max,criterion_scale",
    "shots,1,0,1000,0.001,criteria[0].max,criterion_scale"
  })
  void refusesABadCriterion(
      String code, Double weight, Double min, Double max, Double step, String field, String fault) {
    assertThat(errors(() -> RubricRules.checkRubric(List.of(draft(code, weight, min, max, step)))))
        .containsExactly(new FieldError(field, fault));
  }

  @Test
  void refusesDoubleCodesAndTooManyOrNoCriteria() {
    CriterionDraft draft = draft("a", 1.0, 1.0, 10.0, 0.5);

    assertThat(errors(() -> RubricRules.checkRubric(List.of(draft, draft))))
        .containsExactly(new FieldError("criteria[1].code", "criterion_twice"));
    for (List<CriterionDraft> wrong :
        Arrays.<List<CriterionDraft>>asList(null, List.of(), Collections.nCopies(21, draft))) {
      assertThat(errors(() -> RubricRules.checkRubric(wrong)))
          .containsExactly(new FieldError("criteria", "criteria_count"));
    }
  }

  private static List<FieldError> errors(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call).errors();
  }

  private static CriterionDraft draft(
      String code, Double weight, Double min, Double max, Double step) {
    return new CriterionDraft(code, "Tiro", "Shot", null, "", weight, min, max, step);
  }

  private static Criterion criterion(UUID id, String code) {
    var criterion = new Criterion(id, code);
    criterion.measure(1, 1, 10, 0.5);
    return criterion;
  }
}
