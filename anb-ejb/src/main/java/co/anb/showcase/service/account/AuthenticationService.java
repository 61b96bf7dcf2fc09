package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.limit.LoginAttempt;
import co.anb.showcase.service.limit.LoginLimits;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.security.SecurityEventKind;
import co.anb.showcase.service.security.SecurityEvents;
import co.anb.showcase.service.security.SecurityOutcome;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds out who a client is. */
@Stateless
@PermitAll
// No transaction, and so no connection, while a password waits for its turn to be hashed.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuthenticationService {

  private static final int MAX_EMAIL = 254;
  private static final int MAX_PASSWORD = 128;

  @Inject private AccountService accounts;
  @Inject private SessionService sessions;
  @Inject private SecondFactorService secondFactors;
  @Inject private PasswordHasher hasher;
  @Inject private LoginLimits limits;
  @Inject private DeviceCookies devices;
  @Inject private KnownNetworks networks;
  @Inject private ProofOfWork proofOfWork;
  @Inject private SecurityEvents events;

  /**
   * Begins a session; takes the same time whether the account exists or not.
   *
   * @param code of the second factor; null or blank if none was asked for yet
   * @param work a proof of work that was asked for; null without one
   * @throws ProblemException INVALID_CREDENTIALS, ACCOUNT_DISABLED, TOO_MANY_REQUESTS, or
   *     PROOF_OF_WORK_REQUIRED while so many others try the account's password; after the right
   *     password also SECOND_FACTOR_REQUIRED or INVALID_SECOND_FACTOR
   */
  public Grant signIn(String email, String password, String code, String work, Origin origin) {
    if (!couldBeEmail(email) || password == null || password.length() > MAX_PASSWORD) {
      throw new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }
    LoginAttempt attempt =
        throttled(SecurityEventKind.SIGN_IN, email, origin, () -> admit(email, work, origin));
    Optional<Account> account = accounts.byEmail(email.strip());
    UUID id = account.map(Account::id).orElse(null);
    if (!matches(password, account.map(Account::passwordHash), attempt)) {
      record(SecurityEventKind.SIGN_IN, SecurityOutcome.REFUSED, id, origin);
      throw new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }
    boolean secondFactor = passesSecondFactor(id, code, attempt, origin);
    Grant grant = open(id, new Proof(secondFactor, PasswordRules.isShort(password)), origin);
    limits.succeeded(attempt);
    record(SecurityEventKind.SIGN_IN, SecurityOutcome.DONE, id, origin);
    return grant;
  }

  /**
   * Continues a session with its refresh token, which is spent by that.
   *
   * @throws ProblemException INVALID_REFRESH_TOKEN for one that is unknown, expired or spent; the
   *     session of a spent one is over
   */
  public Grant refresh(String refreshToken, Origin origin) {
    return sessions
        .advance(refreshToken, origin)
        .orElseThrow(() -> new ProblemException(ProblemCode.INVALID_REFRESH_TOKEN));
  }

  /** Ends one of the account's sessions; one that is over already stays so. */
  public void signOut(UUID accountId, UUID sessionId, Origin origin) {
    sessions.end(accountId, sessionId);
    record(SecurityEventKind.SIGN_OUT, SecurityOutcome.DONE, accountId, origin);
  }

  /** Ends all sessions of the account. */
  public void signOutEverywhere(UUID accountId, Origin origin) {
    sessions.endAll(accountId);
    record(SecurityEventKind.SIGN_OUT_ALL, SecurityOutcome.DONE, accountId, origin);
  }

  /**
   * Changes the password. All sessions end, and a new one begins for who did it.
   *
   * @throws ProblemException WRONG_PASSWORD, INVALID_FIELD, PASSWORDS_DIFFER or TOO_MANY_REQUESTS
   */
  public Grant changePassword(UUID accountId, PasswordChange change, Origin origin) {
    Account present = accounts.find(accountId);
    PasswordRules.check(change.password1(), change.password2(), present.role(), present.email());
    var kind = SecurityEventKind.PASSWORD_CHANGE;
    Account account = confirm(accountId, change.currentPassword(), kind, origin);
    Grant grant =
        sessions.changePassword(
            accountId,
            account.passwordHash(),
            hasher.hash(change.password1()),
            PasswordRules.isShort(change.password1()),
            origin.agent());
    record(kind, SecurityOutcome.DONE, accountId, origin);
    return grant;
  }

  /**
   * Makes sure that the person at the device is still the account's owner.
   *
   * @return the account whose password it is
   * @throws ProblemException WRONG_PASSWORD or TOO_MANY_REQUESTS; UNAUTHORIZED if the account is
   *     gone
   */
  public Account confirm(UUID accountId, String password, Origin origin) {
    return confirm(accountId, password, SecurityEventKind.SIGN_IN, origin);
  }

  private Account confirm(UUID accountId, String password, SecurityEventKind kind, Origin origin) {
    Account account = accounts.find(accountId);
    if (password == null || password.length() > MAX_PASSWORD) {
      throw new ProblemException(ProblemCode.WRONG_PASSWORD);
    }
    // A thief with an unlocked device must not try out passwords here either.
    LoginAttempt attempt =
        throttled(
            kind,
            account.email(),
            origin,
            () -> limits.takeSignedIn(accountId.toString(), origin.address()));
    if (!matches(password, Optional.of(account.passwordHash()), attempt)) {
      record(kind, SecurityOutcome.REFUSED, accountId, origin);
      throw new ProblemException(ProblemCode.WRONG_PASSWORD);
    }
    limits.succeeded(attempt);
    return account;
  }

  /** Counts the attempt; strangers need a proof of work once too many have tried the account. */
  private LoginAttempt admit(String email, String work, Origin origin) {
    LoginAttempt attempt =
        limits.take(email, origin.address(), devices.device(origin.device(), email));
    if (attempt.retryAfter().isPresent()
        && !networks.knows(email, origin.address())
        && !proofOfWork.accept(work, email)) {
      limits.notTried(attempt);
      throw ProblemException.proofRequired(
          proofOfWork.challenge(email), attempt.retryAfter().get());
    }
    return attempt;
  }

  private LoginAttempt throttled(
      SecurityEventKind kind, String email, Origin origin, Supplier<LoginAttempt> count) {
    try {
      return count.get();
    } catch (ProblemException e) {
      if (events.isFirstThrottled(origin.address())) {
        UUID id = accounts.byEmail(email.strip()).map(Account::id).orElse(null);
        record(kind, SecurityOutcome.THROTTLED, id, origin);
      }
      throw e;
    }
  }

  private boolean passesSecondFactor(
      UUID accountId, String code, LoginAttempt attempt, Origin origin) {
    FactorCheck check = secondFactors.check(accountId, code);
    if (check.outcome() == FactorCheck.Outcome.MISSING) {
      // Half a sign-in is no failure.
      limits.notTried(attempt);
    } else if (check.outcome() == FactorCheck.Outcome.WRONG) {
      record(SecurityEventKind.SIGN_IN, SecurityOutcome.REFUSED, accountId, origin);
    }
    return check.passed();
  }

  private Grant open(UUID accountId, Proof proof, Origin origin) {
    try {
      return sessions.open(accountId, origin, proof);
    } catch (ProblemException e) {
      if (e.code() == ProblemCode.ACCOUNT_DISABLED) {
        record(SecurityEventKind.SIGN_IN, SecurityOutcome.DISABLED, accountId, origin);
      }
      throw e;
    }
  }

  private void record(
      SecurityEventKind kind, SecurityOutcome outcome, UUID accountId, Origin origin) {
    events.record(kind, outcome, accountId, origin.address());
  }

  private boolean matches(String password, Optional<String> hash, LoginAttempt attempt) {
    try {
      return hasher.matches(password, hash);
    } catch (ProblemException e) {
      // Too many wait for their turn.
      limits.notTried(attempt);
      throw e;
    }
  }

  /** No account has anything but ASCII in its address, and the database takes no NUL. */
  private static boolean couldBeEmail(String email) {
    return email != null
        && email.length() <= MAX_EMAIL
        && email.chars().allMatch(letter -> letter > 0 && letter < 128);
  }
}
