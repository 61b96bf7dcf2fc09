package co.anb.showcase.service.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

  private final Fingerprints fingerprints =
      new Fingerprints(new KeyedHashes("a key of sixteen or more"));

  @Test
  void neighboursShareTheirNetworkButNotTheirAddress() {
    assertThat(fingerprints.network("198.51.100.7"))
        .isEqualTo(fingerprints.network("198.51.100.200"))
        .isNotEqualTo(fingerprints.network("198.51.101.7"));
    assertThat(fingerprints.address("198.51.100.7"))
        .hasSize(16)
        .isNotEqualTo(fingerprints.address("198.51.100.200"));
  }

  @Test
  void ofIpv6TheFirst48BitsAreTheNetwork() {
    assertThat(fingerprints.network("2001:db8:1:2::7"))
        .isEqualTo(fingerprints.network("2001:db8:1:ffff::8"))
        .isNotEqualTo(fingerprints.network("2001:db8:2:2::7"));
  }

  @Test
  void anotherKeyGivesOtherHashes() {
    assertThat(new Fingerprints(new KeyedHashes("another key of sixteen")).address("198.51.100.7"))
        .isNotEqualTo(fingerprints.address("198.51.100.7"));
  }

  @Test
  void whatIsNoAddressHasAHashToo() {
    assertThat(fingerprints.network("unknown")).hasSize(16);
    assertThat(fingerprints.agent("")).hasSize(16);
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatIllegalStateException().isThrownBy(() -> new KeyedHashes("short"));
  }
}
