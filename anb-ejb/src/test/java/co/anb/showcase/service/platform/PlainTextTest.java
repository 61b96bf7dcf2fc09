package co.anb.showcase.service.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void isComposedAndHasNoSpaceAround() {
    assertThat(PlainText.normalised("\u2003 N\u0303andu\u0301\n")).isEqualTo("\u00d1and\u00fa");
    assertThat(PlainText.normalised(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "7",
        "\u0634",
        "\u6c49",
        "Mate \ud83c\udfc0",
        "Familia \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "L'\u00f3 - \u00ab1\u00bb"
      })
  void takesWhatPeopleWrite(String text) {
    assertThat(PlainText.fault(text, 120)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 0x7F, 0x61C, 0x200B, 0x200F, 0x2028, 0x202E, 0x2066, 0xFEFF, 0xD800, 0xE000})
  void refusesWhatControlsOrHides(int character) {
    assertThat(PlainText.fault("a" + Character.toString(character) + "b", 120))
        .contains("field_malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "'', field_required",
    "abcdef, field_too_long",
    "..., field_no_letters",
    "\ud83c\udfc0, field_no_letters",
    "\u3164, field_no_letters",
    "\u200d, field_no_letters"
  })
  void refusesTheRest(String text, String code) {
    assertThat(PlainText.fault(text, 5)).contains(code);
  }

  @Test
  void countsCharactersNotTheirParts() {
    assertThat(PlainText.fault("a" + "\ud83c\udfc0".repeat(119), 120)).isEmpty();
  }
}
