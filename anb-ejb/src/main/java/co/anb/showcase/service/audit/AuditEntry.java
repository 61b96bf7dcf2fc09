package co.anb.showcase.service.audit;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;

/**
 * An act that is recorded: who did what to what, and why.
 *
 * @param actorId the account that acts; null for the system itself
 * @param action stable, such as {@code video.take_down}
 * @param subjectType what it was done to, such as {@code video}
 * @param subjectId which one
 * @param reason in the actor's words, or null
 * @param detail what was changed, from what to what; no secrets and no more about people than
 *     needed
 */
public record AuditEntry(
    UUID actorId,
    String action,
    String subjectType,
    String subjectId,
    String reason,
    JsonObject detail) {

  /** An act without reason and detail. */
  public static AuditEntry of(UUID actorId, String action, String subjectType, Object subjectId) {
    return new AuditEntry(
        actorId, action, subjectType, subjectId.toString(), null, JsonValue.EMPTY_JSON_OBJECT);
  }

  /** The same act with its reason. */
  public AuditEntry because(String why) {
    return new AuditEntry(actorId, action, subjectType, subjectId, why, detail);
  }

  /** The same act with what was changed. */
  public AuditEntry with(JsonObject what) {
    return new AuditEntry(actorId, action, subjectType, subjectId, reason, what);
  }
}
