package co.anb.showcase.service.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginLimitsTest {

  private static final Optional<String> STRANGER = Optional.empty();

  private final LoginLimits limits =
      new LoginLimits(Rate.of("20/PT1H"), Rate.of("3/PT1H"), Rate.of("5/PT1H"));

  @Test
  void failuresOfOneAddressDoNotShutTheOwnerElsewhereOut() {
    for (int i = 0; i < 3; i++) {
      limits.take("Ana@anb.example", "192.0.2.1", STRANGER);
    }

    assertRefused(() -> limits.take(" ana@ANB.example", "192.0.2.1", STRANGER));
    assertThatCode(() -> limits.take("ana@anb.example", "192.0.2.2", STRANGER))
        .doesNotThrowAnyException();
    assertThatCode(() -> limits.take("eva@anb.example", "192.0.2.1", STRANGER))
        .doesNotThrowAnyException();
  }

  /** The attack of the review: one IPv6 network of 56 bits has 256 networks of 64 bits. */
  @Test
  void failuresFromManyNetworksShutNobodyOut() {
    for (int i = 0; i < 256; i++) {
      limits.take("ana@anb.example", "2001:db8:0:%x::1".formatted(i), STRANGER);
    }

    LoginAttempt elsewhere = limits.take("ana@anb.example", "192.0.2.99", STRANGER);
    assertThat(elsewhere.retryAfter()).as("asked for work, not refused").isPresent();
    LoginAttempt owner = limits.take("ana@anb.example", "192.0.2.99", Optional.of("phone"));
    assertThat(owner.retryAfter()).as("not even asked for work").isEmpty();
  }

  @Test
  void aNetworkIs64BitsOfIpv6() {
    for (int i = 0; i < 3; i++) {
      limits.take("ana@anb.example", "2001:db8::" + i, STRANGER);
    }

    assertRefused(() -> limits.take("ana@anb.example", "2001:db8::ffff", STRANGER));
  }

  @Test
  void aDeviceHasFailuresOfItsOwn() {
    for (int i = 0; i < 3; i++) {
      limits.take("ana@anb.example", "192.0.2.1", STRANGER);
    }
    for (int i = 0; i < 3; i++) {
      limits.take("ana@anb.example", "192.0.2.1", Optional.of("phone"));
    }

    assertRefused(() -> limits.take("ana@anb.example", "192.0.2.2", Optional.of("phone")));
    assertThatCode(() -> limits.take("ana@anb.example", "192.0.2.2", Optional.of("tablet")))
        .doesNotThrowAnyException();
  }

  @Test
  void aSuccessGivesTheOwnersFailuresBackAndNobodyElses() {
    limits.take("ana@anb.example", "192.0.2.7", STRANGER);
    LoginAttempt owner = null;
    for (int i = 0; i < 3; i++) {
      owner = limits.take("ana@anb.example", "192.0.2.1", STRANGER);
    }
    limits.succeeded(owner);

    for (int i = 0; i < 3; i++) {
      limits.take("ana@anb.example", "192.0.2.1", STRANGER);
    }
    limits.take("ana@anb.example", "192.0.2.7", STRANGER);
    limits.take("ana@anb.example", "192.0.2.7", STRANGER);
    assertRefused(() -> limits.take("ana@anb.example", "192.0.2.7", STRANGER));
  }

  @Test
  void anAttemptBeyondTheLimitGivesNothingBackThatItHasNotTaken() {
    for (int i = 0; i < 5; i++) {
      limits.take("ana@anb.example", "192.0.2." + i, STRANGER);
    }

    limits.succeeded(limits.take("ana@anb.example", "192.0.2.9", STRANGER));

    assertThat(limits.take("ana@anb.example", "192.0.2.10", STRANGER).retryAfter()).isPresent();
  }

  @Test
  void successesDoNotCount() {
    for (int i = 0; i < 15; i++) {
      limits.succeeded(limits.take("ana@anb.example", "192.0.2.1", STRANGER));
    }
  }

  @Test
  void whoeverIsSignedInHasFailuresOfTheirOwn() {
    for (int i = 0; i < 3; i++) {
      limits.takeSignedIn("an-id", "192.0.2." + i);
    }

    assertRefused(() -> limits.takeSignedIn("an-id", "192.0.2.9"));
  }

  @Test
  void oneAddressMayTryOnlySoManyAccounts() {
    for (int i = 0; i < 20; i++) {
      limits.take("ana" + i + "@anb.example", "192.0.2.1", STRANGER);
    }

    assertRefused(() -> limits.take("eva@anb.example", "192.0.2.1", STRANGER));
  }

  private static void assertRefused(Runnable act) {
    assertThatThrownBy(act::run).isInstanceOf(ProblemException.class);
  }
}
