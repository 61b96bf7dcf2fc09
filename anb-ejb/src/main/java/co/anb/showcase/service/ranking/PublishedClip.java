package co.anb.showcase.service.ranking;

import java.time.Instant;
import java.util.UUID;

/**
 * A published clip with its player and its votes.
 *
 * @param durationMillis of the processed clip, or null
 * @param searchText title and name as {@link SearchText} makes them
 * @param avatarAt when the player's avatar was put there; null without one
 * @param lastVoteAt when the youngest of its counted votes was cast; null without one
 */
public record PublishedClip(
    UUID videoId,
    String title,
    Instant uploadedAt,
    Instant publishedAt,
    Integer durationMillis,
    UUID playerId,
    String username,
    String city,
    String cityKey,
    String searchText,
    Instant avatarAt,
    long votes,
    Instant lastVoteAt) {}
