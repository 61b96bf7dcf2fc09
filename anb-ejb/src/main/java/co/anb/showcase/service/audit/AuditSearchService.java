package co.anb.showcase.service.audit;

import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the trail. */
@Stateless
@RolesAllowed("ADMIN")
public class AuditSearchService {

  private static final String COLUMNS =
      """
      select e.id, e.at, e.actor_id, a.first_name || ' ' || a.last_name as actor_name, e.action,
             e.subject_type, e.subject_id, e.reason, cast(e.detail as text) as detail
      from audit_entry e left join account a on a.id = e.actor_id
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** Entries, latest first. */
  public Page<AuditRow> find(AuditQuery wanted) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(wanted, parameters);
    Query rows =
        entities.createNativeQuery(
            COLUMNS + where + " order by e.at desc, e.id desc limit :limit offset :offset",
            Tuple.class);
    Query total = entities.createNativeQuery("select count(*) from audit_entry e" + where);
    parameters.forEach(rows::setParameter);
    parameters.forEach(total::setParameter);
    List<?> found =
        rows.setParameter("limit", wanted.limit())
            .setParameter("offset", wanted.offset())
            .getResultList();
    return new Page<>(
        found.stream().map(row -> entry((Tuple) row)).toList(),
        ((Number) total.getSingleResult()).longValue());
  }

  /** Fixed texts; what was sent becomes parameters. */
  private static String where(AuditQuery wanted, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where true");
    if (wanted.actorId() != null) {
      where.append(" and e.actor_id = :actor");
      parameters.put("actor", wanted.actorId());
    }
    if (wanted.action() != null) {
      where.append(" and starts_with(e.action, :action)");
      parameters.put("action", wanted.action());
    }
    if (wanted.subjectType() != null) {
      where.append(" and e.subject_type = :type");
      parameters.put("type", wanted.subjectType());
    }
    if (wanted.subjectId() != null) {
      where.append(" and e.subject_id = :subject");
      parameters.put("subject", wanted.subjectId());
    }
    if (wanted.from() != null) {
      where.append(" and e.at >= :from");
      parameters.put("from", OffsetDateTime.ofInstant(wanted.from(), ZoneOffset.UTC));
    }
    if (wanted.to() != null) {
      where.append(" and e.at < :to");
      parameters.put("to", OffsetDateTime.ofInstant(wanted.to(), ZoneOffset.UTC));
    }
    return where.toString();
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
