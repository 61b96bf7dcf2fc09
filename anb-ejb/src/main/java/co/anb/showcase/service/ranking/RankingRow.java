package co.anb.showcase.service.ranking;

import java.util.UUID;

/**
 * One player's place.
 *
 * @param position from 1; no two players share one
 */
public record RankingRow(long position, UUID playerId, String username, String city, long votes) {}
