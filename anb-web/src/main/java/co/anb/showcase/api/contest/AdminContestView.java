package co.anb.showcase.api.contest;

import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.domain.contest.Schedule;
import co.anb.showcase.service.contest.Phases;
import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The contest as administrators see it.
 *
 * @param version to be sent back with a change
 * @param resultId the snapshot that counts; null while the contest is not closed
 */
@JsonbNillable
public record AdminContestView(
    @Schema(name = "version") int version,
    @Schema(name = "phase") String phase,
    @Schema(name = "name") String name,
    @Schema(name = "time_zone", example = "America/Bogota") String timeZone,
    @Schema(name = "submission_opens", implementation = String.class, format = "date-time")
        Instant submissionOpens,
    @Schema(name = "submission_closes", implementation = String.class, format = "date-time")
        Instant submissionCloses,
    @Schema(name = "voting_opens", implementation = String.class, format = "date-time")
        Instant votingOpens,
    @Schema(name = "voting_closes", implementation = String.class, format = "date-time")
        Instant votingCloses,
    @Schema(name = "publish_mode") String publishMode,
    @Schema(name = "self_vote") boolean selfVote,
    @Schema(name = "accept_quicktime") boolean acceptQuicktime,
    @Schema(name = "public_weight") BigDecimal publicWeight,
    @Schema(name = "jury_weight") BigDecimal juryWeight,
    @Schema(name = "winners_per_city") int winnersPerCity,
    @Schema(name = "result_id", implementation = String.class, format = "uuid") UUID resultId,
    @Schema(name = "published_at", implementation = String.class, format = "date-time")
        Instant publishedAt,
    @Schema(name = "updated_at", implementation = String.class, format = "date-time")
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
        contest.resultId(),
        contest.publishedAt(),
        contest.updatedAt());
  }
}
