package co.anb.showcase.service.security;

import java.time.Instant;
import java.util.UUID;

/**
 * Which events are wanted; a part that is null does not matter.
 *
 * @param from events of this time or later
 * @param to events from before
 */
public record SecurityEventQuery(
    UUID accountId,
    SecurityEventKind kind,
    SecurityOutcome outcome,
    Instant from,
    Instant to,
    int limit,
    int offset) {}
