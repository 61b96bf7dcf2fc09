package co.anb.showcase.api.audit;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.audit.AuditRow;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry of the trail; what is not known is null.
 *
 * @param actorId null for the system itself
 * @param actorName null also if the account is gone
 * @param detail what was changed; its members depend on the action
 */
@JsonbNillable
public record AuditView(
    @Schema(name = "id", implementation = String.class, format = "uuid") UUID id,
    @Schema(name = "at", implementation = String.class, format = "date-time") Instant at,
    @Schema(name = "actor_id", implementation = String.class, format = "uuid") UUID actorId,
    @Schema(name = "actor_name") String actorName,
    @Schema(name = "action") String action,
    @Schema(name = "subject_type") String subjectType,
    @Schema(name = "subject_id") String subjectId,
    @Schema(name = "reason") String reason,
    @Schema(name = "detail", type = SchemaType.OBJECT, implementation = Object.class)
        JsonObject detail) {

  static AuditView of(AuditRow entry) {
    return new AuditView(
        entry.id(),
        Times.shown(entry.at()),
        entry.actorId(),
        entry.actorName(),
        entry.action(),
        entry.subjectType(),
        entry.subjectId(),
        entry.reason(),
        entry.detail());
  }
}
