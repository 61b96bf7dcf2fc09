package co.anb.showcase.service.ranking;

/**
 * One player's place.
 *
 * @param position from 1; no two players share one
 */
public record RankingRow(long position, String username, String city, long votes) {}
