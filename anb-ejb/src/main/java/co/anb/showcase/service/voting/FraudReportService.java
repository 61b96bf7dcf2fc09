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
 * Finds votes that look automatic or bought. A flag proves nothing: an administrator looks at the
 * votes behind it and decides.
 */
@Stateless
@RolesAllowed("ADMIN")
public class FraudReportService {

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
    long peak = number(row, "peak");
    return new FraudFlag(
        kind,
        kind.key().contains("network_hash") ? row.get("network", String.class) : null,
        kind.key().contains("address_hash") ? row.get("address", String.class) : null,
        kind.key().contains("agent_hash") ? row.get("agent", String.class) : null,
        kind.key().contains("signup_hash") ? row.get("signup_network", String.class) : null,
        kind.key().contains("mail_domain") ? row.get("mail_domain", String.class) : null,
        row.get("video_id", UUID.class),
        row.get("title", String.class),
        row.get("player_id", UUID.class),
        row.get("player_name", String.class),
        row.get("voter_id", UUID.class),
        row.get("voter_name", String.class),
        peak,
        number(row, "votes"),
        number(row, "counted"),
        number(row, "voters"),
        number(row, "videos"),
        row.get("first_at", Instant.class),
        row.get("last_at", Instant.class),
        Math.round(100.0 * peak / threshold.votes()) / 100.0);
  }

  private static long number(Tuple row, String column) {
    return row.get(column, Number.class).longValue();
  }
}
