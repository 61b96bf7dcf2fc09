package co.anb.showcase.api.contest;

import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.domain.contest.Phases;
import co.anb.showcase.domain.contest.Schedule;
import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The contest as administrators see it.
 *
 * @param version to be sent back with a change
 * @param clipsPerPlayer null for any number
 * @param galleryAfterJudging whether the public sees clips only when the voting opens
 * @param resultId the snapshot that counts; null while the contest is not closed
 */
@JsonbNillable
public record AdminContestView(
    int version,
    String phase,
    String name,
    @Schema(example = "America/Bogota") String timeZone,
    Instant submissionOpens,
    Instant submissionCloses,
    Instant votingOpens,
    Instant votingCloses,
    String publishMode,
    boolean selfVote,
    boolean acceptQuicktime,
    BigDecimal publicWeight,
    BigDecimal juryWeight,
    int winnersPerCity,
    Integer clipsPerPlayer,
    boolean galleryAfterJudging,
    UUID resultId,
    Instant publishedAt,
    Instant updatedAt) {

  // Times whole, to the microsecond: what is read here is sent back with a change.
  static AdminContestView of(ContestState contest, Instant now) {
    ContestSettings settings = contest.settings();
    Schedule times = settings.schedule();
    return new AdminContestView(
        contest.version(),
        Phases.of(contest, now).phase().code(),
        settings.name(),
        settings.timeZone(),
        times.submissionOpens(),
        times.submissionCloses(),
        times.votingOpens(),
        times.votingCloses(),
        settings.publishMode().code(),
        settings.selfVote(),
        settings.acceptQuicktime(),
        settings.publicWeight().stripTrailingZeros(),
        settings.juryWeight().stripTrailingZeros(),
        settings.winnersPerCity(),
        settings.clipsPerPlayer(),
        settings.galleryAfterJudging(),
        contest.resultId(),
        contest.publishedAt(),
        contest.updatedAt());
  }
}
