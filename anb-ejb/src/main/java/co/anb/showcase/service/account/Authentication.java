package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.limit.ClientNetwork;
import co.anb.showcase.service.limit.Limits;
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
  @Inject private SecondFactors secondFactors;
  @Inject private PasswordHasher hasher;
  @Inject private Limits limits;

  /**
   * Begins a session; takes the same time whether the account exists or not.
   *
   * @param code of the second factor; null or blank if none was asked for yet
   * @throws ProblemException INVALID_CREDENTIALS, ACCOUNT_DISABLED or TOO_MANY_REQUESTS; after the
   *     right password also SECOND_FACTOR_REQUIRED or INVALID_SECOND_FACTOR
   */
  public Grant signIn(String email, String password, String code, Origin origin) {
    if (!couldBeEmail(email) || password == null || password.length() > MAX_PASSWORD) {
      throw new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }
    limits.login(email, origin.address());
    Optional<Account> account = accounts.byEmail(email.strip());
    if (!matches(password, account.map(Account::passwordHash), email, origin)) {
      throw new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }
    UUID accountId = account.orElseThrow().id();
    var proof =
        new Proof(
            passesSecondFactor(accountId, code, email, origin), PasswordRules.isShort(password));
    Grant grant = sessions.open(accountId, origin.agent(), proof);
    limits.loginSucceeded(email, origin.address());
    return grant;
  }

  /**
   * Continues a session with its refresh token, which is spent by that.
   *
   * @param address where the request comes from
   * @throws ProblemException INVALID_REFRESH_TOKEN for one that is unknown, expired or spent; the
   *     session of a spent one is over
   */
  public Grant refresh(String refreshToken, String address) {
    return sessions
        .advance(refreshToken, ClientNetwork.of(address))
        .orElseThrow(() -> new ProblemException(ProblemCode.INVALID_REFRESH_TOKEN));
  }

  /**
   * Changes the password. All sessions end, and a new one begins for who did it.
   *
   * @throws ProblemException WRONG_PASSWORD, INVALID_FIELD, PASSWORDS_DIFFER or TOO_MANY_REQUESTS
   */
  public Grant changePassword(UUID accountId, PasswordChange change, Origin origin) {
    Account present = accounts.find(accountId);
    PasswordRules.check(change.password1(), change.password2(), present.role(), present.email());
    Account account = confirm(accountId, change.currentPassword(), origin);
    return sessions.changePassword(
        accountId,
        account.passwordHash(),
        hasher.hash(change.password1()),
        PasswordRules.isShort(change.password1()),
        origin.agent());
  }

  /**
   * Makes sure that whoever is signed in is still the owner.
   *
   * @return the account whose password it is
   * @throws ProblemException WRONG_PASSWORD or TOO_MANY_REQUESTS; UNAUTHORIZED if the account is
   *     gone
   */
  public Account confirm(UUID accountId, String password, Origin origin) {
    Account account = accounts.find(accountId);
    if (password == null || password.length() > MAX_PASSWORD) {
      throw new ProblemException(ProblemCode.WRONG_PASSWORD);
    }
    // Whoever found a device unlocked may not try passwords out here either.
    limits.login(account.email(), origin.address());
    if (!matches(password, Optional.of(account.passwordHash()), account.email(), origin)) {
      throw new ProblemException(ProblemCode.WRONG_PASSWORD);
    }
    limits.loginSucceeded(account.email(), origin.address());
    return account;
  }

  private boolean passesSecondFactor(UUID accountId, String code, String email, Origin origin) {
    FactorCheck check = secondFactors.check(accountId, code);
    if (check.outcome() == FactorCheck.Outcome.MISSING) {
      // Half a sign-in is no failure.
      limits.loginNotTried(email, origin.address());
    }
    return check.passed();
  }

  private boolean matches(String password, Optional<String> hash, String email, Origin origin) {
    try {
      return hasher.matches(password, hash);
    } catch (ProblemException e) {
      // Too many wait for their turn.
      limits.loginNotTried(email, origin.address());
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
