package co.anb.showcase.service.ranking;

import java.time.Instant;
import java.util.UUID;

/**
 * One player's place.
 *
 * @param position from 1; no two players share one
 * @param lastVoteAt when the player reached this number of votes; null without a vote
 * @param best the player's clip with the most votes
 */
public record RankingRow(
    long position,
    UUID playerId,
    String username,
    String city,
    long votes,
    Instant lastVoteAt,
    PublishedClip best) {}
