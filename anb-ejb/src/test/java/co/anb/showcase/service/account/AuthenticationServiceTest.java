package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.ServiceFactory;
import co.anb.showcase.service.limit.Limits;
import co.anb.showcase.service.limit.LoginLimits;
import co.anb.showcase.service.limit.Rate;
import co.anb.showcase.service.platform.KeyedHashes;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the steps of a sign-in work together: limits, proof of work, second factor, events. */
class AuthenticationServiceTest {

  private static final String PASSWORD = "a long way to the hoop";
  private static final int FAILURES = 2;
  private static final long STEP = ServiceDatabase.NOW.getEpochSecond() / TimeCodes.STEP_SECONDS;

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  // Events of throttled attempts are recorded once a minute for each network, in all tests.
  private final String network = "2001:db8:0:%x:".formatted(System.identityHashCode(this) & 0xffff);
  private AuthenticationService authentication;
  private DeviceCookies devices;
  private byte[] secret;
  private UUID account;
  private String email;

  @BeforeEach
  void prepare() {
    ServiceFactory services = database.services();
    var hasher = new PasswordHasher(64, 10);
    Clock clock = services.make(Clock.class);
    services
        .with(hasher)
        .with(new Limits() {})
        .with(new LoginLimits(Rate.of("100/PT1H"), Rate.of(FAILURES + "/PT1H"), Rate.of("3/PT1H")))
        .with(new ProofOfWork(services.make(KeyedHashes.class), clock, 4))
        .with(
            new Tokens() {
              @Override
              public String issue(Account owner, UUID sessionId, boolean restricted) {
                return "token";
              }
            });
    authentication = services.make(AuthenticationService.class);
    devices = services.make(DeviceCookies.class);
    account = database.account("Ana", "Cali", "PLAYER");
    email = (String) database.value("select email from account where id = ?1", account);
    database.sql(
        "update account set password_hash = ?1 where id = ?2", hasher.hash(PASSWORD), account);
    secret = TimeCodes.freshSecret();
  }

  @Test
  void halfASignInIsNoFailureAndLeavesNoNetwork() {
    enrol();

    for (int i = 0; i <= 2 * FAILURES; i++) {
      assertThat(refused(PASSWORD, null, null, home()).code())
          .isEqualTo(ProblemCode.SECOND_FACTOR_REQUIRED);
    }
    assertThat(knownNetworks()).isZero();

    assertThat(authentication.signIn(email, PASSWORD, code(), null, home())).isNotNull();
    assertThat(knownNetworks()).isEqualTo(1);
    assertThat(events("SIGN_IN", "DONE")).isEqualTo(1);
    assertThat(events("SIGN_IN", "REFUSED")).isZero();
  }

  @Test
  void wrongCodesCountAsWrongPasswordsDo() {
    enrol();

    for (int i = 0; i < FAILURES; i++) {
      assertThat(refused(PASSWORD, "aaaaaa", null, home()).code())
          .isEqualTo(ProblemCode.INVALID_SECOND_FACTOR);
    }

    assertThat(refused(PASSWORD, code(), null, home()).code())
        .isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
    assertThat(events("SIGN_IN", "REFUSED")).isEqualTo(FAILURES);
    assertThat(events("SIGN_IN", "THROTTLED")).isEqualTo(1);
  }

  @Test
  void strangersAreAskedForWorkAndForTheCodeAfterIt() {
    enrol();
    String cookie = devices.issue(email);
    attack();

    ProblemException asked = refused(PASSWORD, code(), null, from("5"));
    assertThat(asked.code()).isEqualTo(ProblemCode.PROOF_OF_WORK_REQUIRED);
    assertThat(events("SIGN_IN", "THROTTLED")).isEqualTo(1);
    String work = ProofOfWorkTest.solve(asked.proof().orElseThrow());
    assertThat(refused(PASSWORD, null, work, from("5")).code())
        .isEqualTo(ProblemCode.SECOND_FACTOR_REQUIRED);
    assertThat(refused(PASSWORD, code(), work, from("5")).code())
        .as("it is spent")
        .isEqualTo(ProblemCode.PROOF_OF_WORK_REQUIRED);

    var known = new Origin(from("6").address(), "a browser", cookie);
    assertThat(authentication.signIn(email, PASSWORD, code(), null, known)).isNotNull();
  }

  @Test
  void networksOfEarlierSignInsAreNotAskedForWork() {
    assertThat(authentication.signIn(email, PASSWORD, null, null, home())).isNotNull();
    attack();

    assertThat(refused(PASSWORD, null, null, from("5")).code())
        .isEqualTo(ProblemCode.PROOF_OF_WORK_REQUIRED);
    assertThat(authentication.signIn(email, PASSWORD, null, null, home())).isNotNull();
  }

  @Test
  void whoIsSignedInHasFailuresOfTheirOwn() {
    attack();

    for (int i = 0; i < FAILURES; i++) {
      assertThat(confirmation("wrong")).contains(ProblemCode.WRONG_PASSWORD);
    }

    assertThat(confirmation(PASSWORD)).contains(ProblemCode.TOO_MANY_REQUESTS);
    assertThat(authentication.signIn(email, PASSWORD, null, work(), home())).isNotNull();
  }

  private String work() {
    return ProofOfWorkTest.solve(refused(PASSWORD, null, null, home()).proof().orElseThrow());
  }

  private Optional<ProblemCode> confirmation(String password) {
    return Optional.ofNullable(
            catchThrowableOfType(
                ProblemException.class, () -> authentication.confirm(account, password, home())))
        .map(ProblemException::code);
  }

  /** Uses up what all networks have together. */
  private void attack() {
    for (int i = 0; i < 4; i++) {
      refused("wrong", null, null, from("a" + i));
    }
    database.sql("delete from security_event");
  }

  private void enrol() {
    byte[] sealed = database.services().make(SecretBox.class).seal(account, secret);
    database.sql(
        "insert into second_factor (account_id, secret, begun_at, confirmed_at)"
            + " values (?1, ?2, now(), now())",
        account,
        sealed);
  }

  private String code() {
    return TimeCodes.at(secret, STEP);
  }

  private ProblemException refused(String password, String code, String work, Origin origin) {
    return catchThrowableOfType(
        ProblemException.class, () -> authentication.signIn(email, password, code, work, origin));
  }

  private Origin home() {
    return from("1");
  }

  /** Somewhere in a network of its own: the first four groups. */
  private Origin from(String place) {
    return new Origin(network.replace(":0:", ":" + place + ":") + ":1", "a browser", "");
  }

  private long knownNetworks() {
    return number("select count(*) from account_network where account_id = ?1", account);
  }

  private long events(String kind, String outcome) {
    return number(
        "select count(*) from security_event where account_id = ?1 and kind = ?2 and outcome = ?3",
        account,
        kind,
        outcome);
  }

  private long number(String select, Object... parameters) {
    return ((Number) database.value(select, parameters)).longValue();
  }
}
