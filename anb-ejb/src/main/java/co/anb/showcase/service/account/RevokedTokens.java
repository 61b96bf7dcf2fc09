package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Revocation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The revocations that this server knows; asked at every request, so it is all in memory. */
@ApplicationScoped
public class RevokedTokens {

  private record Entry(int minVersion, Instant expiresAt) {}

  private final Map<UUID, Entry> known = new ConcurrentHashMap<>();
  private Clock clock;

  /** For the container's proxy. */
  protected RevokedTokens() {}

  /** Knows of none yet. */
  @Inject
  public RevokedTokens(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether a token must be refused, although its signature is good.
   *
   * @param sessionId or null if the token names none
   * @param version of the account, as the token says
   */
  public boolean areVoid(UUID accountId, UUID sessionId, int version) {
    return isVoid(accountId, version) || (sessionId != null && isVoid(sessionId, version));
  }

  private boolean isVoid(UUID subject, int version) {
    Entry entry = known.get(subject);
    return entry != null && version < entry.minVersion();
  }

  /** Learns of more; what is known stays. */
  public void learn(Collection<Revocation> revocations) {
    for (Revocation revocation : revocations) {
      known.merge(
          revocation.subject(),
          new Entry(revocation.minVersion(), revocation.expiresAt()),
          (one, other) -> one.minVersion() > other.minVersion() ? one : other);
    }
  }

  /** Forgets those that no token can meet any more. */
  public void forgetExpired() {
    Instant now = clock.instant();
    known.values().removeIf(entry -> now.isAfter(entry.expiresAt()));
  }
}
