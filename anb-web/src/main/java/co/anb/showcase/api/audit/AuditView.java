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
    UUID id,
    Instant at,
    UUID actorId,
    String actorName,
    String action,
    String subjectType,
    String subjectId,
    String reason,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonObject detail) {

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
