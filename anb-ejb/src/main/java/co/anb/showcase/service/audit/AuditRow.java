package co.anb.showcase.service.audit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the trail.
 *
 * @param actorId null for the system itself
 * @param actorName null if the account is gone
 * @param reason or null
 */
public record AuditRow(
    UUID id,
    Instant at,
    UUID actorId,
    String actorName,
    String action,
    String subjectType,
    String subjectId,
    String reason,
    JsonObject detail) {}
