package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCodesTest {

  /** The secret of RFC 6238, appendix B. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static final Instant NOW = Instant.ofEpochSecond(1111111109);
  private static final long STEP = 1111111109 / 30;

  /** The last six of the eight digits in the table of RFC 6238, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheRfc(long seconds, String code) {
    assertThat(TimeCodes.step(SECRET, code, Instant.ofEpochSecond(seconds), 0))
        .hasValue(seconds / 30);
  }

  @Test
  void aCodeIsGoodOnce() {
    assertThat(TimeCodes.step(SECRET, "081804", NOW, STEP - 1)).hasValue(STEP);
    assertThat(TimeCodes.step(SECRET, "081804", NOW, STEP)).isEmpty();
  }

  @Test
  void afterALaterCodeAnEarlierOneIsSpentToo() {
    String earlier = TimeCodes.at(SECRET, STEP - 1);
    assertThat(TimeCodes.step(SECRET, earlier, NOW, 0)).hasValue(STEP - 1);
    assertThat(TimeCodes.step(SECRET, earlier, NOW, STEP)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-2, 2, 10})
  void codesOfOtherTimesAreWrong(long steps) {
    assertThat(TimeCodes.step(SECRET, TimeCodes.at(SECRET, STEP + steps), NOW, 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "81804", "0818040", "081805", "٠٨١٨٠٤", "abcdef"})
  void nothingElseIsACode(String typed) {
    assertThat(TimeCodes.step(SECRET, typed, NOW, 0)).isEmpty();
  }

  @Test
  void blanksDoNotMatter() {
    assertThat(TimeCodes.step(SECRET, " 081 804 ", NOW, 0)).hasValue(STEP);
  }

  @Test
  void secretsAreAsLongAsTheHashAndDiffer() {
    assertThat(TimeCodes.freshSecret()).hasSize(20).isNotEqualTo(TimeCodes.freshSecret());
  }
}
