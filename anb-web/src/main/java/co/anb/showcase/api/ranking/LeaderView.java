package co.anb.showcase.api.ranking;

import co.anb.showcase.service.ranking.BestVideo;
import co.anb.showcase.service.ranking.RankingRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.UUID;

/**
 * One player's place with more about the player.
 *
 * @param avatar address of a picture; null if there is none
 * @param juryScore null until the jury has scored
 */
@JsonbNillable
public record LeaderView(
    long position,
    UUID playerId,
    String username,
    String city,
    long votes,
    String avatar,
    BestVideoView bestVideo,
    Double juryScore) {

  /** The player's clip with the most votes. */
  public record BestVideoView(UUID videoId, String title, long votes) {}

  static LeaderView of(RankingRow row, BestVideo best) {
    return new LeaderView(
        row.position(),
        row.playerId(),
        row.username(),
        row.city(),
        row.votes(),
        null,
        best == null ? null : new BestVideoView(best.videoId(), best.title(), best.votes()),
        null);
  }
}
