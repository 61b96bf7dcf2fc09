package co.anb.showcase.api.ranking;

import co.anb.showcase.service.ranking.RankingRow;

/** One player's place; exactly what the contest's statement names. */
public record RankingView(long position, String username, String city, long votes) {

  static RankingView of(RankingRow row) {
    return new RankingView(row.position(), row.username(), row.city(), row.votes());
  }
}
