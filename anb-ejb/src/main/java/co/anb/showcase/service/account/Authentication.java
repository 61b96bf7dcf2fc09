package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.limit.LoginAttempt;
import co.anb.showcase.service.limit.LoginLimits;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds out who somebody is. */
@Stateless
@PermitAll
// No transaction, and so no connection, while a password waits for its turn to be hashed.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Authentication {

  private static final int MAX_EMAIL = 254;
  private static final int MAX_PASSWORD = 128;

  @Inject private AccountService accounts;
  @Inject private Sessions sessions;
  @Inject private PasswordHasher hasher;
  @Inject private LoginLimits limits;
  @Inject private DeviceCookies devices;
  @Inject private KnownNetworks networks;
  @Inject private ProofOfWork work;

  /**
   * Begins a session; takes the same time whether the account exists or not.
   *
   * @param proof a proof of work that was asked for; null without one
   * @throws ProblemException INVALID_CREDENTIALS, ACCOUNT_DISABLED, TOO_MANY_REQUESTS, or
   *     PROOF_OF_WORK_REQUIRED while so many others try the account's password
   */
  public Grant signIn(String email, String password, String proof, Origin origin) {
    if (!couldBeEmail(email) || password == null || password.length() > MAX_PASSWORD) {
      throw new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }
    LoginAttempt attempt =
        limits.take(email, origin.address(), devices.device(origin.device(), email));
    if (attempt.retryAfter().isPresent()
        && !networks.knows(email, origin.address())
        && !work.accept(proof, email)) {
      limits.notTried(attempt);
      throw ProblemException.proofRequired(work.challenge(email), attempt.retryAfter().get());
    }
    Optional<Account> account = accounts.byEmail(email.strip());
    if (!matches(password, account.map(Account::passwordHash), attempt)) {
      throw new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }
    Grant grant = sessions.open(account.orElseThrow().id(), origin);
    limits.succeeded(attempt);
    return grant;
  }

  /**
   * Continues a session with its refresh token, which is spent by that.
   *
   * @throws ProblemException INVALID_REFRESH_TOKEN for one that is unknown, expired or spent; the
   *     session of a spent one is over
   */
  public Grant refresh(String refreshToken) {
    return sessions
        .advance(refreshToken)
        .orElseThrow(() -> new ProblemException(ProblemCode.INVALID_REFRESH_TOKEN));
  }

  /**
   * Changes the password. All sessions end, and a new one begins for who did it.
   *
   * @throws ProblemException WRONG_PASSWORD, INVALID_FIELD, PASSWORDS_DIFFER or TOO_MANY_REQUESTS
   */
  public Grant changePassword(UUID accountId, PasswordChange change, Origin origin) {
    SignupRules.checkPasswords(change.password1(), change.password2());
    Account account = accounts.find(accountId);
    String present = change.currentPassword();
    if (present == null || present.length() > MAX_PASSWORD) {
      throw new ProblemException(ProblemCode.WRONG_PASSWORD);
    }
    // Whoever found a device unlocked may not try passwords out here either.
    LoginAttempt attempt = limits.takeSignedIn(accountId.toString(), origin.address());
    if (!matches(present, Optional.of(account.passwordHash()), attempt)) {
      throw new ProblemException(ProblemCode.WRONG_PASSWORD);
    }
    limits.succeeded(attempt);
    return sessions.changePassword(
        accountId, account.passwordHash(), hasher.hash(change.password1()), origin.agent());
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
