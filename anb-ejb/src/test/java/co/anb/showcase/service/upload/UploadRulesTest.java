package co.anb.showcase.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.anb.showcase.domain.mp4.ClipCodec;
import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.mp4.ColorTags;
import co.anb.showcase.domain.mp4.Edit;
import co.anb.showcase.domain.mp4.FieldOrder;
import co.anb.showcase.domain.mp4.Orientation;
import co.anb.showcase.domain.mp4.PictureSize;
import co.anb.showcase.domain.video.ShownPart;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadRulesTest {

  @TempDir Path folder;

  @Test
  void aFileIsRefusedWithTheReasonOfItsReader() throws IOException {
    byte[] text = "Not a clip at all".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("clip"), text);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> UploadRules.read(file, true))
        .satisfies(
            refusal -> {
              assertThat(refusal.detail()).isEqualTo("Invalid file. It is not an MP4 video.");
              assertThat(refusal.errors())
                  .containsExactly(new FieldError("video_file", "file_not_mp4"));
            });
  }

  @ParameterizedTest
  @CsvSource({"0,19500,", "0,60500,29999", "10000,30000,10000", "35000,55000,54999", "0,22000,0"})
  void takesAPartThatIsLongEnough(int start, long millis, Integer poster) {
    assertThatCode(() -> UploadRules.check(new ShownPart(start, poster), clip(millis)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "-1,30000,,start_ms,start_range",
    "10001,30000,,start_ms,start_range",
    "1,19500,,start_ms,start_range",
    "2147483647,60000,,start_ms,start_range",
    "5000,60000,4999,poster_ms,poster_range",
    "5000,60000,35000,poster_ms,poster_range",
    "0,22000,22000,poster_ms,poster_range"
  })
  void refusesAPartThatIsNot(int start, long millis, Integer poster, String field, String code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> UploadRules.check(new ShownPart(start, poster), clip(millis)))
        .satisfies(
            refusal -> assertThat(refusal.errors()).containsExactly(new FieldError(field, code)));
  }

  @Test
  void stripsATitleAndCountsItsCharactersNotItsBytes() {
    assertThat(UploadRules.title("  Ñandú ")).isEqualTo("Ñandú");
    assertThat(UploadRules.title("N" + "🏀".repeat(119))).hasSize(239);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "a\u0000b", "🏀", "\u202eabc"})
  void refusesATitleThatIsNone(String title) {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> UploadRules.title(title));
  }

  @Test
  void refusesATitleOf121Characters() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> UploadRules.title("x".repeat(121)));
  }

  private static ClipTimeline clip(long millis) {
    return new ClipTimeline(
        1,
        0,
        ClipCodec.H264,
        "avc1",
        Orientation.NORMAL,
        FieldOrder.UNSPECIFIED,
        1000,
        List.of(new Edit(0, millis)),
        new PictureSize(1920, 1080, 0, 0),
        ColorTags.UNSPECIFIED,
        600,
        600,
        1,
        false,
        false);
  }
}
