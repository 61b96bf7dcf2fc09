package co.anb.showcase.service.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Which entries are wanted; a part that is null does not matter.
 *
 * @param action an action or the beginning of one, such as {@code video.}
 * @param from entries of this time or later
 * @param to entries from before
 */
public record AuditQuery(
    UUID actorId,
    String action,
    String subjectType,
    String subjectId,
    Instant from,
    Instant to,
    int limit,
    int offset) {}
