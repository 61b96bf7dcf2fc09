package co.anb.showcase.service.security;

import java.time.Instant;
import java.util.UUID;

/**
 * An event.
 *
 * @param accountId null if there is no such account
 * @param accountName null if the account is gone
 * @param actorId the administrator; null if it was the person
 * @param network keyed hash in hexadecimal, equal for equal networks; or null
 */
public record SecurityEventRow(
    UUID id,
    Instant at,
    SecurityEventKind kind,
    SecurityOutcome outcome,
    UUID accountId,
    String accountName,
    UUID actorId,
    String network) {}
