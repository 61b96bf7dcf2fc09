package co.anb.showcase.api.contest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the contest stands.
 *
 * @param phase {@code uploads}, {@code voting} or {@code closed}
 * @param uploadsUntil null if no end is set
 * @param votingUntil null if no end is set
 */
@JsonbNillable
public record ContestView(
    @Schema(name = "name") String name,
    @Schema(name = "phase") String phase,
    @Schema(name = "uploads_until", implementation = String.class, format = "date-time")
        Instant uploadsUntil,
    @Schema(name = "voting_until", implementation = String.class, format = "date-time")
        Instant votingUntil,
    Rules rules) {

  /** What a clip must be, and who may vote. */
  public record Rules(
      @Schema(name = "min_seconds") int minSeconds,
      @Schema(name = "max_seconds") int maxSeconds,
      @Schema(name = "min_height") int minHeight,
      @Schema(name = "max_bytes") long maxBytes,
      @Schema(name = "publish_mode") String publishMode,
      @Schema(name = "self_vote") boolean selfVote) {}
}
