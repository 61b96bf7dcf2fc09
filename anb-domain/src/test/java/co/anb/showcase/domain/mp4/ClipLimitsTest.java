package co.anb.showcase.domain.mp4;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "19500,1920,1080,60",
    "60500,1080,1920,30",
    "30000,1080,1080,240",
    "30000,5312,2988,60",
    "30000,7680,4320,30",
    "30000,4320,7680,30",
    "30000,8192,4320,30",
    "30000,3840,2160,120"
  })
  void takesTheBounds(long millis, int width, int height, int rate) {
    assertThatCode(() -> ClipLimits.check(clip(millis, width, height, rate)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "19499,1920,1080,30,FILE_TOO_SHORT",
    "60501,1920,1080,30,FILE_TOO_LONG",
    "30000,1920,1079,30,FILE_TOO_SMALL",
    "30000,720,1280,30,FILE_TOO_SMALL",
    "30000,65535,65535,30,FILE_PICTURE_TOO_LARGE",
    "30000,8193,1080,30,FILE_PICTURE_TOO_LARGE",
    "30000,8192,4321,30,FILE_PICTURE_TOO_LARGE",
    "30000,7680,4320,60,FILE_RATE_TOO_HIGH",
    "30000,1920,1080,300,FILE_RATE_TOO_HIGH"
  })
  void refusesWhatIsBeyond(long millis, int width, int height, int rate, FileFault fault) {
    assertThatExceptionOfType(FileRefusedException.class)
        .isThrownBy(() -> ClipLimits.check(clip(millis, width, height, rate)))
        .matches(refusal -> refusal.fault() == fault);
  }

  private static ClipTimeline clip(long millis, int width, int height, int rate) {
    int pictures = (int) (millis * rate / 1000);
    return new ClipTimeline(
        1,
        0,
        ClipCodec.H264,
        "avc1",
        Orientation.NORMAL,
        FieldOrder.UNSPECIFIED,
        1000,
        List.of(new Edit(0, millis)),
        new PictureSize(width, height, 0, 0),
        ColorTags.UNSPECIFIED,
        pictures,
        pictures,
        1,
        false,
        false);
  }
}
