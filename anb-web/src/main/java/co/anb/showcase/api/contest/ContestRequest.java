package co.anb.showcase.api.contest;

import co.anb.showcase.service.contest.ContestChange;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * New settings; a deadline that is left out is none.
 *
 * @param version as it was read; if another change came first, this one is refused
 * @param clipsPerPlayer how many clips a player may have; any number if it is left out
 * @param galleryAfterJudging show clips only when the voting opens, and let jurors judge until
 *     then; false if it is left out
 * @param submissionOpens ISO 8601; without an offset the time is one of {@code time_zone}
 */
public record ContestRequest(
    @JsonbProperty("version") @Schema(required = true) Integer version,
    @JsonbProperty("name") @Schema(required = true, maxLength = 120) String name,
    @JsonbProperty("time_zone") @Schema(required = true, example = "America/Bogota")
        String timeZone,
    @JsonbProperty("submission_opens") @Schema(format = "date-time", nullable = true)
        String submissionOpens,
    @JsonbProperty("submission_closes") @Schema(format = "date-time", nullable = true)
        String submissionCloses,
    @JsonbProperty("voting_opens") @Schema(format = "date-time", nullable = true)
        String votingOpens,
    @JsonbProperty("voting_closes") @Schema(format = "date-time", nullable = true)
        String votingCloses,
    @JsonbProperty("publish_mode")
        @Schema(
            required = true,
            enumeration = {"auto", "manual", "moderated"})
        String publishMode,
    @JsonbProperty("self_vote") @Schema(required = true) Boolean selfVote,
    @JsonbProperty("accept_quicktime") @Schema(nullable = true) Boolean acceptQuicktime,
    @JsonbProperty("public_weight") @Schema(required = true, minimum = "0", maximum = "1")
        BigDecimal publicWeight,
    @JsonbProperty("jury_weight") @Schema(required = true, minimum = "0", maximum = "1")
        BigDecimal juryWeight,
    @JsonbProperty("winners_per_city") @Schema(required = true, minimum = "1", maximum = "100")
        Integer winnersPerCity,
    @JsonbProperty("clips_per_player") @Schema(nullable = true, minimum = "1", maximum = "1000")
        Integer clipsPerPlayer,
    @JsonbProperty("gallery_after_judging") @Schema(nullable = true) Boolean galleryAfterJudging) {

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
        winnersPerCity,
        clipsPerPlayer,
        galleryAfterJudging);
  }
}
