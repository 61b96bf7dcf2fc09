package co.anb.showcase.api.contest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;

/**
 * Where the contest stands.
 *
 * @param phase {@code uploads}, {@code voting} or {@code closed}
 * @param uploadsUntil null if no end is set
 * @param votingUntil null if no end is set
 */
@JsonbNillable
public record ContestView(
    String name, String phase, Instant uploadsUntil, Instant votingUntil, Rules rules) {

  /** What a clip must be, and who may vote. */
  public record Rules(
      int minSeconds,
      int maxSeconds,
      int minHeight,
      long maxBytes,
      String publishMode,
      boolean selfVote) {}
}
