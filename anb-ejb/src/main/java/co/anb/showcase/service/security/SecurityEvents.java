package co.anb.showcase.service.security;

import co.anb.showcase.service.limit.ClientNetwork;
import co.anb.showcase.service.platform.Fingerprints;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records security events. In a transaction they are committed with what they tell, so a refusal is
 * recorded outside of the one that it ends. Addresses are kept as keyed hashes only.
 */
@Stateless
@PermitAll
public class SecurityEvents {

  private static final String ADD =
      """
      insert into security_event (id, at, kind, outcome, account_id, actor_id, network_hash)
      values (:id, :at, :kind, :outcome, cast(:account as uuid), cast(:actor as uuid),
              decode(cast(:network as text), 'hex'))
      """;

  private static final int MOST_NETWORKS = 50_000;

  // Of all instances: a flood that is throttled anyway shall not fill the table.
  private static final Cache<String, Boolean> THROTTLED =
      Caffeine.newBuilder()
          .maximumSize(MOST_NETWORKS)
          .expireAfterWrite(Duration.ofMinutes(1))
          .build();

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Fingerprints fingerprints;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.security-events.days", defaultValue = "180")
  private int days;

  /**
   * Something that a person did or tried.
   *
   * @param accountId null if there is no such account
   * @param address where the request comes from
   */
  public void record(
      SecurityEventKind kind, SecurityOutcome outcome, UUID accountId, String address) {
    add(kind, outcome, accountId, null, fingerprints.network(address));
  }

  /** Something that an administrator did to an account. */
  public void recordAct(SecurityEventKind kind, UUID accountId, UUID actorId) {
    add(kind, SecurityOutcome.DONE, accountId, actorId, null);
  }

  /** Whether a throttled attempt from there is worth a record: the first of a minute is. */
  public boolean isFirstThrottled(String address) {
    return THROTTLED.asMap().putIfAbsent(ClientNetwork.of(address), true) == null;
  }

  /**
   * Deletes what is older than the setting says.
   *
   * @return how many events
   */
  public int deleteOld() {
    return entities
        .createNativeQuery("delete from security_event where at < :before")
        .setParameter(
            "before",
            OffsetDateTime.ofInstant(clock.instant().minus(Duration.ofDays(days)), ZoneOffset.UTC))
        .executeUpdate();
  }

  private void add(
      SecurityEventKind kind, SecurityOutcome outcome, UUID account, UUID actor, byte[] network) {
    entities
        .createNativeQuery(ADD)
        .setParameter("id", UuidCreator.getTimeOrderedEpoch())
        .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .setParameter("kind", kind.name())
        .setParameter("outcome", outcome.name())
        .setParameter("account", account == null ? null : account.toString())
        .setParameter("actor", actor == null ? null : actor.toString())
        .setParameter("network", network == null ? null : HexFormat.of().formatHex(network))
        .executeUpdate();
  }
}
