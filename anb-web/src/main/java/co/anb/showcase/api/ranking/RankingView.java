package co.anb.showcase.api.ranking;

import co.anb.showcase.service.ranking.RankingRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One player's place; exactly what the contest's statement names. */
public record RankingView(
    @Schema(name = "position") long position,
    @Schema(name = "username") String username,
    @Schema(name = "city") String city,
    @Schema(name = "votes") long votes) {

  static RankingView of(RankingRow row) {
    return new RankingView(row.position(), row.username(), row.city(), row.votes());
  }
}
