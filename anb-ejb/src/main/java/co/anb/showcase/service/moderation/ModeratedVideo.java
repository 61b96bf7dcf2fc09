package co.anb.showcase.service.moderation;

import java.time.Instant;
import java.util.UUID;

/**
 * A clip with all that a moderator wants to know; what is not known is null.
 *
 * @param durationMillis of the processed clip
 * @param votes those that count
 */
public record ModeratedVideo(
    UUID id,
    String title,
    ModerationState state,
    String status,
    UUID ownerId,
    String ownerName,
    String ownerEmail,
    String city,
    Instant uploadedAt,
    Instant processedAt,
    Instant publishedAt,
    Instant withheldAt,
    UUID withheldBy,
    String withheldReason,
    String failureCode,
    Integer durationMillis,
    long votes) {}
