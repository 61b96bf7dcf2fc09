package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.AccountSession;
import co.anb.showcase.domain.account.Revocation;
import co.anb.showcase.service.limit.ClientNetwork;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.security.SecurityEventKind;
import co.anb.showcase.service.security.SecurityEvents;
import co.anb.showcase.service.security.SecurityOutcome;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sessions from sign-in to logout. A change of an account's sessions holds the lock on its row, so
 * that no session begins while the account is disabled or deleted.
 */
@Stateless
@PermitAll
public class SessionService {

  // A client that signs in again and again without signing out must not fill the table.
  private static final int MOST = 50;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Tokens tokens;
  @Inject private SecretBox box;
  @Inject private Revocations revocations;
  @Inject private SecurityEvents events;
  @Inject private AccountProtection protection;
  @Inject private KnownNetworks networks;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.session.days", defaultValue = "30")
  private int days;

  /**
   * Begins a session after the password was right.
   *
   * @param proof how the person was recognised
   * @throws ProblemException INVALID_CREDENTIALS if the account is gone, ACCOUNT_DISABLED,
   *     SECOND_FACTOR_REQUIRED if it was enrolled in the meantime
   */
  public Grant open(UUID accountId, Origin origin, Proof proof) {
    Account account = locked(accountId, ProblemCode.INVALID_CREDENTIALS);
    if (account.isDisabled()) {
      throw new ProblemException(ProblemCode.ACCOUNT_DISABLED);
    }
    if (!proof.secondFactor() && protection.isEnrolled(accountId)) {
      throw new ProblemException(ProblemCode.SECOND_FACTOR_REQUIRED);
    }
    endOldest(accountId);
    networks.add(accountId, origin.address());
    return begin(account, origin.agent(), proof.shortPassword());
  }

  /**
   * Continues a session. A token of the session that is not its present one was used before: by its
   * owner, and now by a thief, or the other way round. Nobody can tell, so the session ends; but
   * the same network may ask again for a while, because answers get lost.
   *
   * @param origin where the request comes from
   * @return empty if the token is no good; a session that it ended stays ended, so this must not
   *     throw
   */
  public Optional<Grant> advance(String refreshToken, Origin origin) {
    Optional<RefreshToken> token = RefreshToken.parse(refreshToken);
    Optional<Account> owner = token.flatMap(sent -> owner(sent.sessionId()));
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    Account account = owner.get();
    // Read only now that nobody else can change it.
    AccountSession session = entities.find(AccountSession.class, token.get().sessionId());
    if (session == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    RefreshToken next = token.get().next(box);
    byte[] from = box.network(session.id(), ClientNetwork.of(origin.address()));
    boolean isOver = session.isOver(now) || account.isDisabled();
    if (!isOver && session.isContinuedBy(token.get().hash())) {
      session.advance(next.hash(), from, now, now.plus(life()));
    } else if (isOver || !session.mayRepeat(next.hash(), from, now)) {
      recordEnd(session, account, origin, now);
      end(session);
      return Optional.empty();
    }
    return Optional.of(grant(account, session, next));
  }

  /** Tells why a session ends here, unless it had simply expired. */
  private void recordEnd(AccountSession session, Account account, Origin origin, Instant now) {
    if (account.isDisabled()) {
      record(SecurityOutcome.DISABLED, account, origin);
    } else if (!session.isOver(now)) {
      record(SecurityOutcome.REUSED, account, origin);
    }
  }

  private void record(SecurityOutcome outcome, Account account, Origin origin) {
    events.record(SecurityEventKind.REFRESH, outcome, account.id(), origin.address());
  }

  private Optional<Account> owner(UUID sessionId) {
    return entities
        .createNamedQuery("AccountSession.owner", UUID.class)
        .setParameter("id", sessionId)
        .getResultStream()
        .findFirst()
        .map(id -> entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Ends one of the account's sessions; one that is over already stays so.
   *
   * @return whether there was such a session of this account
   */
  public boolean end(UUID accountId, UUID sessionId) {
    locked(accountId, ProblemCode.UNAUTHORIZED);
    AccountSession session =
        sessionId == null ? null : entities.find(AccountSession.class, sessionId);
    if (session == null || !session.accountId().equals(accountId)) {
      return false;
    }
    end(session);
    return true;
  }

  /** Ends all sessions of the account but one, and voids all access tokens, of that one too. */
  public void endOthers(Account account, UUID kept) {
    voidTokens(account);
    of(account.id()).stream().filter(each -> !each.id().equals(kept)).forEach(this::end);
  }

  /** Ends all sessions of the account. */
  public void endAll(UUID accountId) {
    Account account = locked(accountId, ProblemCode.UNAUTHORIZED);
    voidTokens(account);
    entities
        .createQuery("delete from AccountSession s where s.accountId = :account")
        .setParameter("account", accountId)
        .executeUpdate();
  }

  /**
   * Sets another password, ends all sessions and begins a new one for who did it.
   *
   * @param checkedHash the hash that the present password was checked against
   * @param shortPassword whether the new one is too short for jurors and administrators
   * @throws ProblemException UNAUTHORIZED if the account is gone, WRONG_PASSWORD if the password
   *     was changed in the meantime
   */
  public Grant changePassword(
      UUID accountId, String checkedHash, String newHash, boolean shortPassword, String agent) {
    Account account = locked(accountId, ProblemCode.UNAUTHORIZED);
    if (!account.passwordHash().equals(checkedHash)) {
      throw new ProblemException(ProblemCode.WRONG_PASSWORD);
    }
    account.changePassword(newHash);
    endAll(accountId);
    return begin(account, agent, shortPassword);
  }

  /** The account's sessions, the latest first. */
  public List<AccountSession> of(UUID accountId) {
    return entities
        .createNamedQuery("AccountSession.ofAccount", AccountSession.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  /** Voids the access tokens that are out; sessions go on, and get tokens that are up to date. */
  public void voidTokens(Account account) {
    revocations.add(account.id(), account.raiseTokenVersion());
  }

  private Grant begin(Account account, String agent, boolean shortPassword) {
    RefreshToken token = RefreshToken.of(UuidCreator.getTimeOrderedEpoch());
    Instant now = clock.instant();
    var session =
        new AccountSession(
            token.sessionId(),
            account.id(),
            token.hash(),
            agent,
            now,
            now.plus(life()),
            shortPassword);
    entities.persist(session);
    return grant(account, session, token);
  }

  private void end(AccountSession session) {
    entities.remove(session);
    revocations.add(session.id(), Revocation.ALL);
  }

  /** Their access tokens may live on until they expire: nobody has asked for their end. */
  private void endOldest(UUID accountId) {
    List<AccountSession> sessions = of(accountId);
    sessions
        .subList(Math.min(MOST - 1, sessions.size()), sessions.size())
        .forEach(entities::remove);
  }

  private Grant grant(Account account, AccountSession session, RefreshToken token) {
    boolean restricted = !protection.suffices(account, session);
    return new Grant(
        tokens.issue(account, session.id(), restricted), Tokens.LIFE, token.text(), life());
  }

  private Account locked(UUID accountId, ProblemCode gone) {
    Account account = entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
    if (account == null) {
      throw new ProblemException(gone);
    }
    return account;
  }

  private Duration life() {
    return Duration.ofDays(days);
  }
}
