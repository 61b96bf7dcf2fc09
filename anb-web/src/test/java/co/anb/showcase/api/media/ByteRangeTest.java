package co.anb.showcase.api.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.anb.showcase.api.media.ByteRange.UnsatisfiableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-, 0, 99",
    "bytes=10-19, 10, 19",
    "bytes=90-500, 90, 99",
    "bytes=-1, 99, 99",
    "bytes=-500, 0, 99",
    "bytes = 5 - 6, 5, 6"
  })
  void readsOneRange(String header, long first, long last) throws Exception {
    assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "bytes=",
        "bytes=-",
        "bytes=5-4",
        "bytes=a-b",
        "bytes=0-1,4-5",
        "items=0-1",
        "bytes=99999999999999999999-"
      })
  void ignoresWhatIsNoSingleRange(String header) throws Exception {
    assertThat(ByteRange.parse(header, 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
  void saysWhenNoByteIsInside(String header) {
    assertThatExceptionOfType(UnsatisfiableException.class)
        .isThrownBy(() -> ByteRange.parse(header, 100));
  }
}
