package co.anb.showcase.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.anb.showcase.service.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadRulesTest {

  @ParameterizedTest
  @CsvSource({"19500,1920,1080", "60500,1080,1920", "30000,1080,1080", "45000,3840,2160"})
  void acceptsTheBounds(long millis, int width, int height) {
    assertThatCode(() -> UploadRules.check(new Mp4Header(millis, width, height)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "19499,1920,1080,file_too_short",
    "60501,1920,1080,file_too_long",
    "30000,1920,1079,file_too_small",
    "30000,720,1280,file_too_small"
  })
  void refusesBeyondTheBounds(long millis, int width, int height, String code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> UploadRules.check(new Mp4Header(millis, width, height)))
        .satisfies(refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
  }

  @Test
  void stripsATitleAndCountsItsCharactersNotItsBytes() {
    assertThat(UploadRules.title("  Ñandú ")).isEqualTo("Ñandú");
    assertThat(UploadRules.title("🏀".repeat(120))).hasSize(240);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "a\u0000b"})
  void refusesATitleThatIsNone(String title) {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> UploadRules.title(title));
  }

  @Test
  void refusesATitleOf121Characters() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> UploadRules.title("x".repeat(121)));
  }
}
