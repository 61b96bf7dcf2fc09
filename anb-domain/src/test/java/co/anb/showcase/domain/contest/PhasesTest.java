package co.anb.showcase.domain.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule about what is accepted when, to the instant. */
class PhasesTest {

  private static final Schedule MARCH =
      new Schedule(
          Instant.parse("2026-03-01T00:00:00Z"),
          Instant.parse("2026-03-10T00:00:00Z"),
          Instant.parse("2026-03-05T00:00:00Z"),
          Instant.parse("2026-03-20T00:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2026-02-28T23:59:59.999999Z, DRAFT,      false, false, false, false",
    "2026-03-01T00:00:00Z,        SUBMISSION, true,  false, true,  true",
    "2026-03-04T23:59:59.999999Z, SUBMISSION, true,  false, true,  true",
    "2026-03-05T00:00:00Z,        SUBMISSION, true,  true,  true,  true",
    "2026-03-09T23:59:59.999999Z, SUBMISSION, true,  true,  true,  true",
    "2026-03-10T00:00:00Z,        VOTING,     false, true,  true,  true",
    "2026-03-19T23:59:59.999999Z, VOTING,     false, true,  true,  true",
    "2026-03-20T00:00:00Z,        CLOSED,     false, false, true,  false"
  })
  void theClockDecides(
      Instant now,
      Phase phase,
      boolean uploads,
      boolean voting,
      boolean judging,
      boolean publication) {
    var phases = new Phases(MARCH, false, false, false, now);

    assertThat(phases.phase()).isEqualTo(phase);
    assertThat(phases.uploadsOpen()).isEqualTo(uploads);
    assertThat(phases.votingOpen()).isEqualTo(voting);
    assertThat(phases.judgingOpen()).isEqualTo(judging);
    assertThat(phases.publicationOpen()).isEqualTo(publication);
  }

  @Test
  void withoutDeadlinesClipsAndVotesAreAlwaysAccepted() {
    var phases = new Phases(Schedule.ALWAYS, false, false, false, Instant.EPOCH);

    assertThat(phases.phase()).isEqualTo(Phase.SUBMISSION);
    assertThat(phases.uploadsOpen()).isTrue();
    assertThat(phases.votingOpen()).isTrue();
    assertThat(phases.judgingOpen()).isTrue();
  }

  @Test
  void uploadsEndWithTheVotingAtTheLatest() {
    Instant end = Instant.parse("2026-03-20T00:00:00Z");
    var schedule = new Schedule(null, null, null, end);

    assertThat(new Phases(schedule, false, false, false, end.minusNanos(1)).uploadsOpen()).isTrue();
    assertThat(new Phases(schedule, false, false, false, end).uploadsOpen()).isFalse();
  }

  @Test
  void nothingIsAcceptedBeforeTheContestBegins() {
    var schedule = new Schedule(Instant.parse("2026-03-01T00:00:00Z"), null, null, null);
    var phases = new Phases(schedule, false, false, false, Instant.parse("2026-02-01T00:00:00Z"));

    assertThat(phases.phase()).isEqualTo(Phase.DRAFT);
    assertThat(phases.votingOpen()).isFalse();
  }

  @Test
  void betweenSubmissionAndVotingNeitherIsOpen() {
    var schedule =
        new Schedule(
            null,
            Instant.parse("2026-03-10T00:00:00Z"),
            Instant.parse("2026-03-12T00:00:00Z"),
            null);
    var phases = new Phases(schedule, false, false, false, Instant.parse("2026-03-11T00:00:00Z"));

    assertThat(phases.phase()).isEqualTo(Phase.VOTING);
    assertThat(phases.uploadsOpen()).isFalse();
    assertThat(phases.votingOpen()).isFalse();
  }

  @Test
  void theSnapshotEndsEverythingWhateverTheDeadlinesSay() {
    var phases = new Phases(Schedule.ALWAYS, false, true, false, Instant.EPOCH);

    assertThat(phases.phase()).isEqualTo(Phase.CLOSED);
    assertThat(phases.uploadsOpen()).isFalse();
    assertThat(phases.votingOpen()).isFalse();
    assertThat(phases.judgingOpen()).isFalse();
    assertThat(phases.publicationOpen()).isFalse();
  }

  @Test
  void aPublishedResultIsTheLastPhase() {
    var phases = new Phases(MARCH, false, true, true, Instant.parse("2026-03-25T00:00:00Z"));

    assertThat(phases.phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(phases.judgingOpen()).isFalse();
    assertThat(phases.votingOpen()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T00:00:00Z,        true,  false, false",
    "2026-03-11T23:59:59.999999Z, true,  false, false",
    "2026-03-12T00:00:00Z,        false, true,  true",
    "2026-03-20T00:00:00Z,        false, true,  false"
  })
  void whereTheJuryJudgesFirstTheGalleryOpensWithTheVoting(
      Instant now, boolean judging, boolean gallery, boolean voting) {
    var schedule =
        new Schedule(
            MARCH.submissionOpens(),
            MARCH.submissionCloses(),
            Instant.parse("2026-03-12T00:00:00Z"),
            MARCH.votingCloses());
    var phases = new Phases(schedule, true, false, false, now);

    assertThat(phases.judgingOpen()).isEqualTo(judging);
    assertThat(phases.galleryOpen()).isEqualTo(gallery);
    assertThat(phases.votingOpen()).isEqualTo(voting);
    assertThat(phases.resultOpen()).isTrue();
    assertThat(new Phases(schedule, false, false, false, now).galleryOpen()).isTrue();
    assertThat(new Phases(schedule, true, true, false, now).galleryOpen()).isTrue();
  }
}
