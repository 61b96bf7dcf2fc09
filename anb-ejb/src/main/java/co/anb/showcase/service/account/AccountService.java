package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.City;
import co.anb.showcase.domain.account.CityKey;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.limit.Limits;
import co.anb.showcase.service.platform.Fingerprints;
import co.anb.showcase.service.platform.MediaFiles;
import co.anb.showcase.service.platform.PlainText;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts: sign up, look up, change. */
@Stateless
@PermitAll
public class AccountService {

  private static final String ADD =
      """
      insert into account (id, email, password_hash, first_name, last_name, city, city_key, country,
                           role, created_at, token_version, signup_network_hash,
                           signup_agent_hash)
      values (:id, :email, :hash, :firstName, :lastName, :city, :cityKey, :country, :role, :at, 0,
              :network, :agent)
      on conflict ((lower(email))) do nothing
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private PasswordHasher hasher;
  @Inject private Limits limits;
  @Inject private Fingerprints fingerprints;
  @Inject private MediaStore media;
  @Inject private MediaFiles files;
  @Inject private Clock clock;
  @Inject private ContestCalendar calendar;

  /**
   * Makes a player's account. The city is matched to the catalogue; an unknown one stays as
   * written.
   *
   * @param origin where the request comes from; keyed hashes of it are kept
   * @throws ProblemException EMAIL_TAKEN, PASSWORDS_DIFFER, INVALID_FIELD or TOO_MANY_REQUESTS
   */
  public Account signUp(Signup signup, Origin origin) {
    SignupRules.check(signup);
    limits.signup(signup.email(), origin.address());
    // Before the first query: it may wait for its turn, and shall not hold a connection meanwhile.
    String passwordHash = hasher.hash(signup.password1());
    Account account =
        new Account(
            UuidCreator.getTimeOrderedEpoch(),
            signup.email().strip(),
            passwordHash,
            PlainText.normalised(signup.firstName()),
            PlainText.normalised(signup.lastName()),
            shown(signup.city()),
            PlainText.normalised(signup.country()),
            clock.instant());
    if (!add(account, origin)) {
      throw new ProblemException(ProblemCode.EMAIL_TAKEN);
    }
    return account;
  }

  /**
   * A refused insert would put the address into the logs of server and database. Where the sign-up
   * came from is for the fraud report alone, so the entity does not have it.
   */
  private boolean add(Account account, Origin origin) {
    return entities
            .createNativeQuery(ADD)
            .setParameter("id", account.id())
            .setParameter("email", account.email())
            .setParameter("hash", account.passwordHash())
            .setParameter("firstName", account.firstName())
            .setParameter("lastName", account.lastName())
            .setParameter("city", account.city())
            .setParameter("cityKey", account.cityKey())
            .setParameter("country", account.country())
            .setParameter("role", account.role().name())
            .setParameter("at", OffsetDateTime.ofInstant(account.createdAt(), ZoneOffset.UTC))
            .setParameter("network", fingerprints.network(origin.address()))
            .setParameter("agent", fingerprints.agent(origin.agent()))
            .executeUpdate()
        == 1;
  }

  /** The account with this address, without regard to case. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Account> byEmail(String email) {
    return entities
        .createNamedQuery("Account.byEmail", Account.class)
        .setParameter("email", email)
        .getResultStream()
        .findFirst();
  }

  /**
   * Changes what a person may change; the e-mail address stays. Who is in the contest stays in the
   * own city once uploads are over: winners are chosen by city.
   *
   * @throws ProblemException INVALID_FIELD, PHASE_CLOSED for another city, or UNAUTHORIZED if the
   *     account is gone
   */
  public Account change(UUID id, Profile profile) {
    SignupRules.check(profile);
    // Locked: all columns are written, and an administrator may be changing others of them.
    Account account = locked(id);
    String city = shown(profile.city());
    if (!CityKey.of(city).equals(account.cityKey()) && isInContest(id)) {
      calendar.requireUploadsOpen();
    }
    account.rename(
        PlainText.normalised(profile.firstName()),
        PlainText.normalised(profile.lastName()),
        city,
        PlainText.normalised(profile.country()));
    return account;
  }

  /**
   * Shows another picture.
   *
   * @param staged the picture, see {@link MediaStore#stage}
   * @throws ProblemException UNAUTHORIZED if the account is gone
   */
  public Account changeAvatar(UUID id, Path staged) {
    Account account = locked(id);
    try {
      media.store(staged, id, MediaKind.AVATAR);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot store an avatar", e);
    }
    account.changeAvatar(clock.instant());
    return account;
  }

  /**
   * Shows no picture any more.
   *
   * @throws ProblemException UNAUTHORIZED if the account is gone
   */
  public void removeAvatar(UUID id) {
    locked(id).changeAvatar(null);
    files.deleteAfterCommit(id, Set.of(MediaKind.AVATAR));
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
    return entities.createNamedQuery("City.all", City.class).getResultList();
  }

  private Account locked(UUID id) {
    Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (account == null) {
      throw new ProblemException(ProblemCode.UNAUTHORIZED);
    }
    return account;
  }

  private boolean isInContest(UUID id) {
    return !entities
        .createQuery(
            "select 1 from Video v where v.owner.id = :owner and v.publishedAt is not null",
            Integer.class)
        .setParameter("owner", id)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private String shown(String city) {
    City known = entities.find(City.class, CityKey.of(city));
    return known == null ? PlainText.normalised(city) : known.name();
  }
}
