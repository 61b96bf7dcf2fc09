package co.anb.showcase.service.limit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final Rate MANY = Rate.of("1000/PT1H");

  private final Limits limits =
      new Limits(
          Rate.of("4/PT1H"),
          Rate.of("2/PT1H"),
          Rate.of("2/PT1H"),
          MANY,
          MANY,
          Rate.of("2/PT1H"),
          MANY,
          MANY,
          Rate.of("250/P1D"));

  @Test
  void signUpsAreLimitedByAddressAndByEmail() {
    limits.signup("ana@anb.example", "192.0.2.1");
    limits.signup("ana@anb.example", "192.0.2.2");
    assertRefused(() -> limits.signup("ana@anb.example", "192.0.2.3"));

    for (int i = 0; i < 3; i++) {
      limits.signup("eva" + i + "@anb.example", "192.0.2.1");
    }
    assertRefused(() -> limits.signup("eva@anb.example", "192.0.2.1"));
  }

  @Test
  void activitiesAreLimitedByAccountAndByAddress() {
    UUID account = UUID.randomUUID();
    limits.act(Activity.UPLOAD, account, "192.0.2.1");
    limits.act(Activity.UPLOAD, account, "192.0.2.2");
    assertRefused(() -> limits.act(Activity.UPLOAD, account, "192.0.2.3"));

    limits.act(Activity.VOTE, UUID.randomUUID(), "192.0.2.1");
    limits.act(Activity.VOTE, UUID.randomUUID(), "192.0.2.1");
    assertRefused(() -> limits.act(Activity.VOTE, UUID.randomUUID(), "192.0.2.1"));
  }

  @Test
  void anAccountUploadsOnlySoMuchADay() {
    UUID account = UUID.randomUUID();
    limits.upload(account, 100);
    limits.upload(account, 100);
    assertRefused(() -> limits.upload(account, 100));
    limits.upload(account, 50);
    assertRefused(() -> limits.upload(account, 1));
    assertThatCode(() -> limits.upload(UUID.randomUUID(), 100)).doesNotThrowAnyException();
  }

  private static void assertRefused(Runnable act) {
    assertThatThrownBy(act::run).isInstanceOf(ProblemException.class);
  }
}
