package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Revocation;
import co.anb.showcase.service.platform.AfterCommit;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Writes down which access tokens are void before they expire, for all servers to read. */
@Stateless
@PermitAll
public class Revocations {

  // Servers' clocks differ a little.
  private static final Duration MARGIN = Duration.ofMinutes(5);

  // The database's clock, which all servers share, and of the statement: transactions take time.
  private static final String ADD =
      """
      insert into revocation (subject, min_version, recorded_at, expires_at)
      values (:subject, :version, clock_timestamp(), :expires)
      on conflict (subject) do update
      set min_version = greatest(revocation.min_version, excluded.min_version),
          recorded_at = excluded.recorded_at, expires_at = excluded.expires_at
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private RevokedTokens tokens;
  @Inject private AfterCommit afterCommit;
  @Inject private Clock clock;

  /**
   * Voids the tokens of a session or an account in the caller's transaction; on this server at once
   * after the commit, on the others within about a second.
   *
   * @param minVersion lower versions are void; {@link Revocation#ALL} for all
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void add(UUID subject, int minVersion) {
    Instant now = clock.instant();
    Instant expires = now.plus(Tokens.LIFE).plus(MARGIN);
    entities
        .createNativeQuery(ADD)
        .setParameter("subject", subject)
        .setParameter("version", minVersion)
        .setParameter("expires", OffsetDateTime.ofInstant(expires, ZoneOffset.UTC))
        .executeUpdate();
    var revocation = new Revocation(subject, minVersion, now, expires);
    afterCommit.run(() -> tokens.learn(List.of(revocation)));
  }

  /** All that still matter. */
  public List<Revocation> all() {
    return read("select * from revocation where expires_at > clock_timestamp()");
  }

  /** Those of the last half minute, by the database's clock. */
  public List<Revocation> recent() {
    return read(
        "select * from revocation where recorded_at > clock_timestamp() - interval '30 seconds'");
  }

  private List<Revocation> read(String query) {
    List<?> rows = entities.createNativeQuery(query, Revocation.class).getResultList();
    return rows.stream().map(Revocation.class::cast).toList();
  }

  /** Deletes what no token can meet any more, and sessions that nobody continued. */
  public void deleteExpired() {
    entities
        .createNativeQuery("delete from revocation where expires_at < clock_timestamp()")
        .executeUpdate();
    entities
        .createNativeQuery("delete from account_session where expires_at < clock_timestamp()")
        .executeUpdate();
  }
}
