package co.anb.showcase.api.ranking;

import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.ranking.RankingRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * One player's place with more about the player.
 *
 * @param avatar address of a picture; null if there is none
 * @param juryScore from 0 to 100; null until the result is public
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
    BigDecimal juryScore) {

  /** The player's clip with the most votes. */
  public record BestVideoView(UUID videoId, String title, long votes) {}

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
