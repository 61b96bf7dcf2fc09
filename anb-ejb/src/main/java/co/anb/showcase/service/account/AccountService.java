package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.City;
import co.anb.showcase.domain.account.CityKey;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts: sign up, sign in, look up. */
@Stateless
@PermitAll
public class AccountService {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private PasswordHasher hasher;
  @Inject private Clock clock;

  /**
   * Makes a player's account. The city is matched to the catalogue; an unknown one stays as
   * written.
   *
   * @throws ProblemException EMAIL_TAKEN, PASSWORDS_DIFFER or INVALID_FIELD
   */
  public Account signUp(Signup signup) {
    SignupRules.check(signup);
    // Before the first query: it may wait for its turn, and shall not hold a connection meanwhile.
    String passwordHash = hasher.hash(signup.password1());
    City known = entities.find(City.class, CityKey.of(signup.city()));
    Account account =
        new Account(
            UuidCreator.getTimeOrderedEpoch(),
            signup.email().strip(),
            passwordHash,
            signup.firstName().strip(),
            signup.lastName().strip(),
            known == null ? signup.city().strip() : known.name(),
            signup.country().strip(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    try {
      entities.persist(account);
      entities.flush();
    } catch (PersistenceException e) {
      if (violates(e, "account_email_uk")) {
        throw new ProblemException(ProblemCode.EMAIL_TAKEN);
      }
      throw e;
    }
    return account;
  }

  /**
   * Checks who somebody is; takes the same time whether the account exists or not.
   *
   * @throws ProblemException INVALID_CREDENTIALS
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Account signIn(String email, String password) {
    // The database takes no NUL; no account has one.
    if (email == null || email.indexOf('\0') >= 0 || password == null || password.length() > 128) {
      throw new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }
    Optional<Account> account =
        entities
            .createQuery(
                "select a from Account a where lower(a.email) = lower(:email)", Account.class)
            .setParameter("email", email.strip())
            .getResultStream()
            .findFirst();
    if (!hasher.matches(password, account.map(Account::passwordHash))) {
      throw new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }
    return account.orElseThrow();
  }

  /**
   * The account of a valid token.
   *
   * @throws ProblemException UNAUTHORIZED if it is gone
   */
  public Account find(UUID id) {
    Account account = entities.find(Account.class, id);
    if (account == null) {
      throw new ProblemException(ProblemCode.UNAUTHORIZED);
    }
    return account;
  }

  /** The catalogue of cities, by name. */
  public List<City> cities() {
    return entities.createQuery("select c from City c order by c.key", City.class).getResultList();
  }

  private static boolean violates(Throwable e, String constraint) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && cause.getMessage().contains(constraint)) {
        return true;
      }
    }
    return false;
  }
}
