package co.anb.showcase.api.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.JsonException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReadingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":{",
        "{\"x\":[",
        "{\"x\":{\"y\":1",
        "{\"x\":{\"y\"",
        "{",
        "[",
        "[[",
        "{\"a\":1",
        "{}}",
        "{} {}",
        "x",
        "{\"a\":tru",
        "\"a",
        "[1,]",
        "{\"a\":1,}"
      })
  void textThatBreaksOffIsRefusedAtOnce(String text) {
    assertRefused(text);
  }

  @Test
  void deepNestingIsRefusedAtOnce() {
    assertRefused("{\"a\":".repeat(13_000));
    assertRefused("[".repeat(65_000));
    assertRefused("[".repeat(30_000) + "]".repeat(30_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "{}", "null", "{\"a\":{\"b\":[1,2,{\"c\":null}]}}", "[]"})
  void whatIsWholeIsTaken(String text) {
    assertThatCode(() -> BodyReading.checkJson(text.getBytes(UTF_8), Object.class))
        .doesNotThrowAnyException();
  }

  private static void assertRefused(String text) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> BodyReading.checkJson(text.getBytes(UTF_8), Object.class))
                .isInstanceOf(JsonException.class));
  }
}
