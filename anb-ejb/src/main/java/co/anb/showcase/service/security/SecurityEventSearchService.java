package co.anb.showcase.service.security;

import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads security events. */
@Stateless
@RolesAllowed("ADMIN")
public class SecurityEventSearchService {

  private static final String COLUMNS =
      """
      select e.id, e.at, e.kind, e.outcome, e.account_id,
             a.first_name || ' ' || a.last_name as account_name, e.actor_id,
             encode(e.network_hash, 'hex') as network
      from security_event e left join account a on a.id = e.account_id
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** Events, latest first. */
  public Page<SecurityEventRow> find(SecurityEventQuery wanted) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(wanted, parameters);
    Query rows =
        entities.createNativeQuery(
            COLUMNS + where + " order by e.at desc, e.id desc limit :limit offset :offset",
            Tuple.class);
    Query total = entities.createNativeQuery("select count(*) from security_event e" + where);
    parameters.forEach(rows::setParameter);
    parameters.forEach(total::setParameter);
    List<?> found =
        rows.setParameter("limit", wanted.limit())
            .setParameter("offset", wanted.offset())
            .getResultList();
    return new Page<>(
        found.stream().map(row -> event((Tuple) row)).toList(),
        ((Number) total.getSingleResult()).longValue());
  }

  /** Fixed texts; what was sent becomes parameters. */
  private static String where(SecurityEventQuery wanted, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where true");
    if (wanted.accountId() != null) {
      where.append(" and e.account_id = :account");
      parameters.put("account", wanted.accountId());
    }
    if (wanted.kind() != null) {
      where.append(" and e.kind = :kind");
      parameters.put("kind", wanted.kind().name());
    }
    if (wanted.outcome() != null) {
      where.append(" and e.outcome = :outcome");
      parameters.put("outcome", wanted.outcome().name());
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

  private static SecurityEventRow event(Tuple row) {
    return new SecurityEventRow(
        row.get("id", UUID.class),
        row.get("at", Instant.class),
        SecurityEventKind.valueOf(row.get("kind", String.class)),
        SecurityOutcome.valueOf(row.get("outcome", String.class)),
        row.get("account_id", UUID.class),
        row.get("account_name", String.class),
        row.get("actor_id", UUID.class),
        row.get("network", String.class));
  }
}
