package co.anb.showcase.api.ranking;

import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.ranking.RankingRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One player's place with more about the player.
 *
 * @param avatar address of a picture; null if there is none
 * @param juryScore from 0 to 100; null until the result is public
 */
@JsonbNillable
public record LeaderView(
    @Schema(name = "position") long position,
    @Schema(name = "player_id", implementation = String.class, format = "uuid") UUID playerId,
    @Schema(name = "username") String username,
    @Schema(name = "city") String city,
    @Schema(name = "votes") long votes,
    @Schema(name = "avatar") String avatar,
    @Schema(name = "best_video") BestVideoView bestVideo,
    @Schema(name = "jury_score") BigDecimal juryScore) {

  /** The player's clip with the most votes. */
  public record BestVideoView(
      @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
      @Schema(name = "title") String title,
      @Schema(name = "votes") long votes) {}

  static LeaderView of(RankingRow row, String avatar, BigDecimal juryScore) {
    PublishedClip best = row.best();
    return new LeaderView(
        row.position(),
        row.playerId(),
        row.username(),
        row.city(),
        row.votes(),
        avatar,
        new BestVideoView(best.videoId(), best.title(), best.votes()),
        juryScore);
  }
}
