package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.SecondFactor;
import co.anb.showcase.service.account.FactorCheck.Outcome;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;

/** The second factors of accounts. The password was asked for before. */
@Stateless
@PermitAll
public class SecondFactorService {

  private static final String ISSUER = "ANB Rising Stars";
  private static final String SUBJECT = "account";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private AccountProtection protection;
  @Inject private SessionService sessions;
  @Inject private SecretBox box;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * How the account stands.
   *
   * @throws ProblemException UNAUTHORIZED if the account is gone
   */
  public FactorState state(UUID accountId) {
    Account account = entities.find(Account.class, accountId);
    if (account == null) {
      throw new ProblemException(ProblemCode.UNAUTHORIZED);
    }
    SecondFactor factor = entities.find(SecondFactor.class, accountId);
    Number left =
        (Number)
            entities
                .createNativeQuery(
                    "select count(*) from recovery_code where account_id = :id and used_at is null")
                .setParameter("id", accountId)
                .getSingleResult();
    return new FactorState(
        protection.needsFactor(account),
        factor == null ? null : factor.confirmedAt().orElse(null),
        left.longValue());
  }

  /**
   * Makes a secret that counts once it is confirmed. One that was begun before is void.
   *
   * @throws ProblemException UNAUTHORIZED if the account is gone, WRONG_STATE if it is enrolled
   */
  public Enrolment begin(UUID accountId) {
    Account account = locked(accountId);
    SecondFactor factor = entities.find(SecondFactor.class, accountId);
    if (factor != null && factor.isConfirmed()) {
      throw new ProblemException(ProblemCode.WRONG_STATE);
    }
    byte[] secret = TimeCodes.freshSecret();
    byte[] sealed = box.seal(accountId, secret);
    if (factor == null) {
      entities.persist(new SecondFactor(accountId, sealed, clock.instant()));
    } else {
      factor.begin(sealed, clock.instant());
    }
    String typed = new Base32().encodeToString(secret);
    return new Enrolment(typed, uri(account.email(), typed));
  }

  /**
   * The owner's app has the secret: from now on every sign-in asks for a code. The other sessions
   * end; this one goes on.
   *
   * @param sessionId the present session
   * @return the recovery codes; they cannot be read again
   * @throws ProblemException INVALID_FIELD for a wrong code, WRONG_STATE if nothing was begun
   */
  public List<String> confirm(UUID accountId, UUID sessionId, String code) {
    Account account = locked(accountId);
    SecondFactor factor = entities.find(SecondFactor.class, accountId);
    if (factor == null || factor.isConfirmed()) {
      throw new ProblemException(ProblemCode.WRONG_STATE);
    }
    Instant now = clock.instant();
    OptionalLong step =
        code == null
            ? OptionalLong.empty()
            : TimeCodes.step(box.open(accountId, factor.secret()), code, now, 0);
    if (step.isEmpty()) {
      throw ProblemException.fields(List.of(new FieldError("code", "code_wrong")));
    }
    factor.confirm(step.getAsLong(), now);
    List<String> codes = RecoveryCodes.fresh();
    codes.forEach(each -> keep(accountId, each));
    sessions.endOthers(account, sessionId);
    audit.record(AuditEntry.of(accountId, "account.enrol_second_factor", SUBJECT, accountId));
    return codes;
  }

  private void keep(UUID accountId, String code) {
    entities
        .createNativeQuery("insert into recovery_code (account_id, hash) values (:id, :hash)")
        .setParameter("id", accountId)
        .setParameter("hash", box.hash(accountId, RecoveryCodes.read(code).orElseThrow()))
        .executeUpdate();
  }

  /**
   * Checks the code that was typed after the right password. Each code is good once. Calls for one
   * account run one at a time, on all servers.
   *
   * @param code six digits, a recovery code, or null
   */
  public FactorCheck check(UUID accountId, String code) {
    SecondFactor factor =
        entities.find(SecondFactor.class, accountId, LockModeType.PESSIMISTIC_WRITE);
    if (factor == null || !factor.isConfirmed()) {
      return FactorCheck.of(Outcome.NOT_NEEDED);
    }
    if (code == null || code.isBlank()) {
      return FactorCheck.of(Outcome.MISSING);
    }
    Instant now = clock.instant();
    Optional<String> recovery = RecoveryCodes.read(code);
    if (recovery.isPresent()) {
      // Nobody can guess one, so they need no pause, and are the owner's way through a pause.
      return spend(accountId, recovery.get(), now)
          ? passed(factor, factor.lastStep())
          : FactorCheck.of(Outcome.WRONG);
    }
    Optional<Duration> wait = factor.blockedFor(now);
    if (wait.isPresent()) {
      return FactorCheck.blocked(wait.get());
    }
    OptionalLong step =
        TimeCodes.step(box.open(accountId, factor.secret()), code, now, factor.lastStep());
    if (step.isPresent()) {
      return passed(factor, step.getAsLong());
    }
    factor.fail(now);
    return FactorCheck.of(Outcome.WRONG);
  }

  private static FactorCheck passed(SecondFactor factor, long step) {
    factor.succeed(step);
    return FactorCheck.of(Outcome.PASSED);
  }

  private boolean spend(UUID accountId, String code, Instant now) {
    int spent =
        entities
            .createNativeQuery(
                "update recovery_code set used_at = :now"
                    + " where account_id = :id and hash = :hash and used_at is null")
            .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
            .setParameter("id", accountId)
            .setParameter("hash", box.hash(accountId, code))
            .executeUpdate();
    return spent == 1;
  }

  /**
   * Removes the owner's second factor, if there is one. Access tokens are void: the next ones say
   * what the account may do without it.
   *
   * @throws ProblemException UNAUTHORIZED if the account is gone
   */
  public void remove(UUID accountId) {
    Account account = locked(accountId);
    if (forget(accountId)) {
      sessions.voidTokens(account);
      audit.record(AuditEntry.of(accountId, "account.remove_second_factor", SUBJECT, accountId));
    }
  }

  /**
   * Forgets an account's second factor and codes, confirmed or not.
   *
   * @return whether there was one
   */
  public boolean forget(UUID accountId) {
    return entities
            .createQuery("delete from SecondFactor f where f.accountId = :id")
            .setParameter("id", accountId)
            .executeUpdate()
        > 0;
  }

  /** The key URI format that authenticator apps share. */
  private static String uri(String email, String secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
        .formatted(
            escaped(ISSUER), escaped(email), secret, escaped(ISSUER), TimeCodes.STEP_SECONDS);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Account locked(UUID accountId) {
    Account account = entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
    if (account == null) {
      throw new ProblemException(ProblemCode.UNAUTHORIZED);
    }
    return account;
  }
}
