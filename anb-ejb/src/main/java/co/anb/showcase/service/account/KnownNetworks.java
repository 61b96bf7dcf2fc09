package co.anb.showcase.service.account;

import co.anb.showcase.service.limit.ClientNetwork;
import co.anb.showcase.service.platform.Fingerprints;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Which networks have signed an account in before; kept as keyed hashes only. */
@Stateless
@PermitAll
public class KnownNetworks {

  private static final int MOST = 20;
  private static final Duration REMEMBERED = Duration.ofDays(90);

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Fingerprints fingerprints;
  @Inject private Clock clock;

  /** Remembers that the account was signed in from there; the caller holds the account's lock. */
  public void add(UUID accountId, String address) {
    entities
        .createNativeQuery(
            """
            insert into account_network (account_id, network_hash, signed_in_at)
            values (:account, :network, :now)
            on conflict (account_id, network_hash) do update set signed_in_at = excluded.signed_in_at
            """)
        .setParameter("account", accountId)
        .setParameter("network", fingerprints.place(ClientNetwork.of(address)))
        .setParameter("now", now())
        .executeUpdate();
    entities
        .createNativeQuery(
            """
            delete from account_network where account_id = :account and network_hash in (
              select network_hash from account_network where account_id = :account
              order by signed_in_at desc offset :most)
            """)
        .setParameter("account", accountId)
        .setParameter("most", MOST)
        .executeUpdate();
  }

  /**
   * Whether the account was signed in from there within the last 90 days. The same statement runs
   * whether there is such an account or not.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean knows(String email, String address) {
    return !entities
        .createNativeQuery(
            """
            select 1 from account a join account_network n on n.account_id = a.id
            where lower(a.email) = lower(:email) and n.network_hash = :network
              and n.signed_in_at > :since
            """)
        .setParameter("email", email.strip())
        .setParameter("network", fingerprints.place(ClientNetwork.of(address)))
        .setParameter("since", now().minus(REMEMBERED))
        .getResultList()
        .isEmpty();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
