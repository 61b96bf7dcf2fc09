package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.service.platform.KeyedHashes;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeviceCookiesTest {

  private final KeyedHashes hashes = new KeyedHashes("a key of sixteen or more");
  private final DeviceCookies devices = new DeviceCookies(hashes, Clock.systemUTC());

  @Test
  void aCookieIsGoodForItsAccountAlone() {
    String cookie = devices.issue("ana@anb.example");

    assertThat(devices.device(cookie, " Ana@ANB.example")).isPresent();
    assertThat(devices.device(cookie, "eva@anb.example")).isEmpty();
    assertThat(devices.device(devices.issue("ana@anb.example"), "ana@anb.example"))
        .isNotEqualTo(devices.device(cookie, "ana@anb.example"));
  }

  @Test
  void aChangedOrForeignCookieIsWorthNothing() {
    String cookie = devices.issue("ana@anb.example");
    String other =
        new DeviceCookies(new KeyedHashes("another key of sixteen"), Clock.systemUTC())
            .issue("ana@anb.example");

    assertThat(devices.device("1" + cookie, "ana@anb.example")).isEmpty();
    assertThat(devices.device(cookie + "A", "ana@anb.example")).isEmpty();
    assertThat(devices.device(other, "ana@anb.example")).isEmpty();
    assertThat(devices.device("", "ana@anb.example")).isEmpty();
  }

  @Test
  void aCookieIsGoodForAYear() {
    var then =
        new DeviceCookies(hashes, Clock.offset(Clock.systemUTC(), DeviceCookies.LIFE.negated()));
    var later =
        new DeviceCookies(
            hashes,
            Clock.offset(
                Clock.systemUTC(), DeviceCookies.LIFE.minus(Duration.ofDays(1)).negated()));

    assertThat(devices.device(then.issue("ana@anb.example"), "ana@anb.example")).isEmpty();
    assertThat(devices.device(later.issue("ana@anb.example"), "ana@anb.example")).isPresent();
  }

  @Test
  void itDoesNotNameTheAccount() {
    assertThat(devices.issue("ana@anb.example")).doesNotContain("ana", "@");
  }
}
