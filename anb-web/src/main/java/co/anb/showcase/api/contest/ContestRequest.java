package co.anb.showcase.api.contest;

import co.anb.showcase.service.contest.ContestChange;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * New settings; a deadline that is left out is none.
 *
 * @param version as it was read; if somebody else was faster, the change is refused
 * @param submissionOpens ISO 8601; without an offset the time is one of {@code time_zone}
 */
public record ContestRequest(
    @JsonbProperty("version") @Schema(name = "version", required = true) Integer version,
    @JsonbProperty("name") @Schema(name = "name", required = true, maxLength = 120) String name,
    @JsonbProperty("time_zone")
        @Schema(name = "time_zone", required = true, example = "America/Bogota")
        String timeZone,
    @JsonbProperty("submission_opens")
        @Schema(name = "submission_opens", format = "date-time", nullable = true)
        String submissionOpens,
    @JsonbProperty("submission_closes")
        @Schema(name = "submission_closes", format = "date-time", nullable = true)
        String submissionCloses,
    @JsonbProperty("voting_opens")
        @Schema(name = "voting_opens", format = "date-time", nullable = true)
        String votingOpens,
    @JsonbProperty("voting_closes")
        @Schema(name = "voting_closes", format = "date-time", nullable = true)
        String votingCloses,
    @JsonbProperty("publish_mode")
        @Schema(
            name = "publish_mode",
            required = true,
            enumeration = {"auto", "manual", "moderated"})
        String publishMode,
    @JsonbProperty("self_vote") @Schema(name = "self_vote", required = true) Boolean selfVote,
    @JsonbProperty("accept_quicktime")
        @Schema(name = "accept_quicktime", nullable = true)
        Boolean acceptQuicktime,
    @JsonbProperty("public_weight")
        @Schema(name = "public_weight", required = true, minimum = "0", maximum = "1")
        BigDecimal publicWeight,
    @JsonbProperty("jury_weight")
        @Schema(name = "jury_weight", required = true, minimum = "0", maximum = "1")
        BigDecimal juryWeight,
    @JsonbProperty("winners_per_city")
        @Schema(name = "winners_per_city", required = true, minimum = "1", maximum = "100")
        Integer winnersPerCity) {

  // JSON-B reads a record only when told to, and takes a creator's names only from annotations.
  @JsonbCreator
  public ContestRequest {}

  ContestChange toChange() {
    return new ContestChange(
        version,
        name,
        timeZone,
        submissionOpens,
        submissionCloses,
        votingOpens,
        votingCloses,
        publishMode,
        selfVote,
        acceptQuicktime,
        publicWeight,
        juryWeight,
        winnersPerCity);
  }
}
