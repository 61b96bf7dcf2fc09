package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  /** The local stack: with the default, anybody on this machine chose his own address. */
  @Test
  void withoutAProxyNobodySpeaksForOthers() {
    assertThat(new TrustedProxies(List.of("none")).client("127.0.0.1", List.of("203.0.113.7")))
        .isEqualTo("127.0.0.1");
  }

  private final TrustedProxies proxies =
      new TrustedProxies(List.of("127.0.0.1/32", "::1/128", " 10.0.0.0/8"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Nobody else's word counts.
        "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
        "127.0.0.1 | 198.51.100.1 | 198.51.100.1",
        "::1 | 198.51.100.1 | 198.51.100.1",
        "::ffff:127.0.0.1 | 198.51.100.1 | 198.51.100.1",
        // What the client wrote itself stands further left.
        "127.0.0.1 | 1.1.1.1, 198.51.100.1 | 198.51.100.1",
        "127.0.0.1 | 1.1.1.1, 198.51.100.1, 10.1.2.3 | 198.51.100.1",
        "127.0.0.1 | 10.9.9.9, 10.1.2.3 | 10.9.9.9",
        "127.0.0.1 | 198.51.100.1:4711 | 198.51.100.1",
        "127.0.0.1 | [2001:db8::1]:4711 | 2001:db8::1",
        "127.0.0.1 | 2001:DB8:0:0::1 | 2001:db8::1",
        "127.0.0.1 | '' | 127.0.0.1"
      })
  void readsAsFarAsOursHaveWritten(String peer, String forwarded, String client) {
    assertThat(proxies.client(peer, List.of(forwarded))).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"unknown", "*", "0x7f000001", "1.2", "12", "10.0.0.0/8", "1.1.1.1-5", "_x", "a.b"})
  void stopsAtWhatIsNoAddress(String nonsense) {
    assertThat(proxies.client("127.0.0.1", List.of("198.51.100.1", nonsense, "10.1.2.3")))
        .isEqualTo("10.1.2.3");
  }

  @Test
  void severalHeadersAreOneList() {
    assertThat(proxies.client("127.0.0.1", List.of("1.1.1.1", "198.51.100.1, 10.1.2.3")))
        .isEqualTo("198.51.100.1");
    assertThat(proxies.client("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
  }

  @Test
  void aLongChainIsNotFollowedToItsEnd() {
    List<String> hops = Collections.nCopies(100_000, "10.0.0.1");

    assertThat(proxies.client("127.0.0.1", hops)).isEqualTo("10.0.0.1");
  }

  @Test
  void refusesASettingThatIsNoNetwork() {
    assertThatThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/99")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("anb.http.trusted-proxies");
  }
}
