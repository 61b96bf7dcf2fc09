package co.anb.showcase.service.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.Schedule;
import co.anb.showcase.domain.video.PublishMode;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContestRulesTest {

  @Test
  void readsTimesWithAnOffsetAndTimesOfTheContestsZone() {
    ContestSettings settings =
        ContestRules.settings(
            times(
                "2026-03-01T00:00",
                "2026-03-10T23:59:59",
                "2026-03-05T05:00:00Z",
                "2026-03-20T00:00:00-05:00"));

    assertThat(settings.schedule())
        .isEqualTo(
            new Schedule(
                Instant.parse("2026-03-01T05:00:00Z"),
                Instant.parse("2026-03-11T04:59:59Z"),
                Instant.parse("2026-03-05T05:00:00Z"),
                Instant.parse("2026-03-20T05:00:00Z")));
    assertThat(settings.publishMode()).isEqualTo(PublishMode.MODERATED);
    assertThat(settings.acceptQuicktime()).isTrue();
    assertThat(settings.publicWeight()).isEqualByComparingTo("0.3");
  }

  @Test
  void noDeadlinesAreFine() {
    assertThat(ContestRules.settings(times(null, "", null, null)).schedule())
        .isEqualTo(Schedule.ALWAYS);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z,,, submission_closes",
    "2026-03-02T00:00:00Z,, 2026-03-01T00:00:00Z,, voting_opens",
    ",, 2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z, voting_closes",
    "2026-03-02T00:00:00Z,,, 2026-03-02T00:00:00Z, voting_closes",
    ", 2026-03-03T00:00:00Z,, 2026-03-02T00:00:00Z, voting_closes"
  })
  void timesComeInOrder(String opens, String closes, String votes, String over, String field) {
    assertThat(errors(times(opens, closes, votes, over)))
        .containsExactly(new FieldError(field, "time_order"));
  }

  @ParameterizedTest
  @CsvSource({"tomorrow", "2026-13-01T00:00:00Z", "+99999-01-01T00:00:00Z", "2026-03-01"})
  void aTimeIsATime(String time) {
    assertThat(errors(times(null, time, null, null)))
        .containsExactly(new FieldError("submission_closes", "time_malformed"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.4, jury_weight, weights_sum",
    "1.5, 0.5, public_weight, weight_range",
    "-0.5, 0.5, public_weight, weight_range",
    "0.5, 0.50001, jury_weight, weight_range",
    "1e-999999, 1, public_weight, weight_range",
    ", 1, public_weight, field_required"
  })
  void weightsMakeOne(BigDecimal publicWeight, BigDecimal juryWeight, String field, String code) {
    assertThat(errors(change("Concurso", "UTC", "auto", publicWeight, juryWeight, 3)))
        .containsExactly(new FieldError(field, code));
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    var nothing =
        new ContestChange(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    assertThat(errors(nothing))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "version",
            "name",
            "time_zone",
            "publish_mode",
            "self_vote",
            "public_weight",
            "jury_weight",
            "winners_per_city");
    assertThat(
            errors(
                change(
                    "x\u0000", "Bogota", "never", new BigDecimal("0.5"), new BigDecimal("0.5"), 0)))
        .containsExactlyInAnyOrder(
            new FieldError("name", "field_malformed"),
            new FieldError("time_zone", "time_zone_unknown"),
            new FieldError("publish_mode", "publish_mode_unknown"),
            new FieldError("winners_per_city", "winners_range"),
            new FieldError("clips_per_player", "clips_range"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T00:00, 2026-03-12T00:00, true",
    "2026-03-10T00:00, 2026-03-10T00:00, false",
    "2026-03-10T00:00, 2026-03-05T00:00, false",
    "2026-03-10T00:00,                 , false",
    "                , 2026-03-12T00:00, false",
    "                ,                 , false"
  })
  void aJuryThatJudgesFirstNeedsTimeBeforeTheVoting(String closes, String votes, boolean fits) {
    ContestChange change = times("2026-03-01T00:00", closes, votes, "2026-03-20T00:00", true);

    if (fits) {
      assertThat(ContestRules.settings(change).galleryAfterJudging()).isTrue();
    } else {
      assertThat(errors(change))
          .containsExactly(new FieldError("gallery_after_judging", "judging_time"));
    }
    assertThat(
            ContestRules.settings(times("2026-03-01T00:00", closes, votes, "2026-03-20T00:00"))
                .galleryAfterJudging())
        .isFalse();
  }

  @Test
  void aTimeAheadIsAhead() {
    Instant now = Instant.parse("2026-03-01T00:00:00Z");

    assertThat(ContestRules.ahead("voting_closes", "2026-03-01T00:00", "America/Bogota", now))
        .isEqualTo(Instant.parse("2026-03-01T05:00:00Z"));
    assertThat(refusal(() -> ContestRules.ahead("voting_closes", null, "UTC", now)))
        .containsExactly(new FieldError("voting_closes", "field_required"));
    assertThat(refusal(() -> ContestRules.ahead("voting_closes", now.toString(), "UTC", now)))
        .containsExactly(new FieldError("voting_closes", "time_past"));
    assertThat(refusal(() -> ContestRules.ahead("voting_closes", "soon", "UTC", now)))
        .containsExactly(new FieldError("voting_closes", "time_malformed"));
  }

  private static List<FieldError> errors(ContestChange change) {
    return refusal(() -> ContestRules.settings(change));
  }

  private static List<FieldError> refusal(Runnable attempt) {
    return catchThrowableOfType(ProblemException.class, attempt::run).errors();
  }

  private static ContestChange times(String opens, String closes, String votes, String over) {
    return times(opens, closes, votes, over, null);
  }

  private static ContestChange times(
      String opens, String closes, String votes, String over, Boolean judgedFirst) {
    return new ContestChange(
        1,
        "Concurso",
        "America/Bogota",
        opens,
        closes,
        votes,
        over,
        "moderated",
        true,
        null,
        new BigDecimal("0.3"),
        new BigDecimal("0.7"),
        3,
        null,
        judgedFirst);
  }

  private static ContestChange change(
      String name,
      String zone,
      String mode,
      BigDecimal publicWeight,
      BigDecimal juryWeight,
      int winners) {
    return new ContestChange(
        1,
        name,
        zone,
        null,
        null,
        null,
        null,
        mode,
        true,
        false,
        publicWeight,
        juryWeight,
        winners,
        winners,
        null);
  }
}
