package co.anb.showcase.service.audit;

import co.anb.showcase.service.platform.FilteredList;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.io.StringReader;
import java.time.Instant;
import java.util.UUID;

/** Reads the trail. */
@Stateless
@RolesAllowed("ADMIN")
public class AuditSearchService {

  private static final String COLUMNS =
      """
      e.id, e.at, e.actor_id, a.first_name || ' ' || a.last_name as actor_name, e.action,
      e.subject_type, e.subject_id, e.reason, cast(e.detail as text) as detail\
      """;

  private static final String FROM = "audit_entry e left join account a on a.id = e.actor_id";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** Entries, latest first. */
  public Page<AuditRow> find(AuditQuery wanted) {
    return new FilteredList(COLUMNS, FROM)
        .with("e.actor_id = :actor", "actor", wanted.actorId())
        .with("starts_with(e.action, :action)", "action", wanted.action())
        .with("e.subject_type = :type", "type", wanted.subjectType())
        .with("e.subject_id = :subject", "subject", wanted.subjectId())
        .between("e.at", wanted.from(), wanted.to())
        .page(
            entities,
            "e.at desc, e.id desc",
            wanted.limit(),
            wanted.offset(),
            AuditSearchService::entry);
  }

  private static AuditRow entry(Tuple row) {
    return new AuditRow(
        row.get("id", UUID.class),
        row.get("at", Instant.class),
        row.get("actor_id", UUID.class),
        row.get("actor_name", String.class),
        row.get("action", String.class),
        row.get("subject_type", String.class),
        row.get("subject_id", String.class),
        row.get("reason", String.class),
        object(row.get("detail", String.class)));
  }

  private static JsonObject object(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
