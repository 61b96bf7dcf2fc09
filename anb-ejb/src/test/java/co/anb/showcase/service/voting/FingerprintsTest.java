package co.anb.showcase.service.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

  private final Fingerprints fingerprints = new Fingerprints("a key of sixteen or more");

  private static VoteOrigin from(String address) {
    return new VoteOrigin(address, "Mozilla/5.0");
  }

  @Test
  void neighboursShareTheirNetworkButNotTheirAddress() {
    assertThat(fingerprints.network(from("198.51.100.7")))
        .isEqualTo(fingerprints.network(from("198.51.100.200")))
        .isNotEqualTo(fingerprints.network(from("198.51.101.7")));
    assertThat(fingerprints.address(from("198.51.100.7")))
        .hasSize(16)
        .isNotEqualTo(fingerprints.address(from("198.51.100.200")));
  }

  @Test
  void ofIpv6TheFirst48BitsAreTheNetwork() {
    assertThat(fingerprints.network(from("2001:db8:1:2::7")))
        .isEqualTo(fingerprints.network(from("2001:db8:1:ffff::8")))
        .isNotEqualTo(fingerprints.network(from("2001:db8:2:2::7")));
  }

  @Test
  void anotherKeyGivesOtherHashes() {
    assertThat(new Fingerprints("another key of sixteen").address(from("198.51.100.7")))
        .isNotEqualTo(fingerprints.address(from("198.51.100.7")));
  }

  @Test
  void whatIsNoAddressHasAHashToo() {
    assertThat(fingerprints.network(from("unknown"))).hasSize(16);
    assertThat(fingerprints.agent(new VoteOrigin("192.0.2.1", ""))).hasSize(16);
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatIllegalStateException().isThrownBy(() -> new Fingerprints("short"));
  }
}
