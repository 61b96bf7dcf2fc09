package co.anb.showcase.service.security;

import co.anb.showcase.service.platform.FilteredList;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/** Reads security events. */
@Stateless
@RolesAllowed("ADMIN")
public class SecurityEventSearchService {

  private static final String COLUMNS =
      """
      e.id, e.at, e.kind, e.outcome, e.account_id,
      a.first_name || ' ' || a.last_name as account_name, e.actor_id,
      encode(e.network_hash, 'hex') as network\
      """;

  private static final String FROM = "security_event e left join account a on a.id = e.account_id";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** Events, latest first. */
  public Page<SecurityEventRow> find(SecurityEventQuery wanted) {
    return new FilteredList(COLUMNS, FROM)
        .with("e.account_id = :account", "account", wanted.accountId())
        .with("e.kind = :kind", "kind", name(wanted.kind()))
        .with("e.outcome = :outcome", "outcome", name(wanted.outcome()))
        .between("e.at", wanted.from(), wanted.to())
        .page(
            entities,
            "e.at desc, e.id desc",
            wanted.limit(),
            wanted.offset(),
            SecurityEventSearchService::event);
  }

  private static String name(Enum<?> wanted) {
    return wanted == null ? null : wanted.name();
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
