package co.anb.showcase.service.voting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Looks for votes that people would not cast like that. It accuses nobody: an administrator looks
 * at the votes behind a flag and decides.
 */
@Stateless
@RolesAllowed("ADMIN")
public class FraudReport {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private FraudSettings settings;

  /**
   * The flags of votes cast from {@code from} until before {@code to}, the highest score first.
   *
   * @param kinds which to look for
   * @param limit most flags of a kind
   */
  public List<FraudFlag> flags(Set<FraudKind> kinds, Instant from, Instant to, int limit) {
    // A month of a large contest is sorted in memory, by this transaction only.
    entities.createNativeQuery("select set_config('work_mem', '64MB', true)").getSingleResult();
    return kinds.stream()
        .flatMap(kind -> flags(kind, from, to, limit).stream())
        .sorted(Comparator.comparingDouble(FraudFlag::score).reversed())
        .toList();
  }

  private List<FraudFlag> flags(FraudKind kind, Instant from, Instant to, int limit) {
    FraudThreshold threshold = settings.threshold(kind);
    Query query =
        entities
            .createNativeQuery(FraudQuery.of(kind), Tuple.class)
            .setParameter("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
            .setParameter("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
            .setParameter("least", threshold.votes())
            .setParameter("voters", kind.manyVoters() ? threshold.votes() : 1)
            .setParameter("span", (double) threshold.seconds())
            .setParameter("limit", limit);
    if (kind == FraudKind.YOUNG_ACCOUNTS) {
      query.setParameter("age", settings.youngAccountMinutes());
    }
    if (kind == FraudKind.NETWORK_SHARE) {
      query.setParameter("percent", settings.networkSharePercent());
    }
    if (kind == FraudKind.MAIL_DOMAIN) {
      query.setParameter("common", settings.commonMailDomains());
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> flag(kind, threshold, (Tuple) row)).toList();
  }

  private static FraudFlag flag(FraudKind kind, FraudThreshold threshold, Tuple row) {
    long peak = number(row, 9);
    return new FraudFlag(
        kind,
        kind.key().contains("network_hash") ? row.get(0, String.class) : null,
        kind.key().contains("address_hash") ? row.get(1, String.class) : null,
        kind.key().contains("agent_hash") ? row.get(2, String.class) : null,
        kind.key().contains("signup_hash") ? row.get(16, String.class) : null,
        kind.key().contains("mail_domain") ? row.get(17, String.class) : null,
        row.get(3, UUID.class),
        row.get(4, String.class),
        row.get(5, UUID.class),
        row.get(6, String.class),
        row.get(7, UUID.class),
        row.get(8, String.class),
        peak,
        number(row, 10),
        number(row, 11),
        number(row, 12),
        number(row, 13),
        row.get(14, Instant.class),
        row.get(15, Instant.class),
        Math.round(100.0 * peak / threshold.votes()) / 100.0);
  }

  private static long number(Tuple row, int column) {
    return row.get(column, Number.class).longValue();
  }
}
