package co.anb.showcase.domain.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipTimelineTest {

  private static final ClipTimeline TIMELINE =
      new ClipTimeline(
          2,
          1,
          ClipCodec.HEVC,
          "hvc1",
          Orientation.ROTATE_90,
          FieldOrder.PROGRESSIVE,
          600,
          List.of(new Edit(1200, 6000), new Edit(12_000, 7200)),
          new PictureSize(1440, 1080, 4, 3),
          new ColorTags(9, 18, 9, false),
          900,
          660,
          1,
          false,
          true);

  @Test
  void lastsAsLongAsItsEditsTogether() {
    assertThat(TIMELINE.durationMillis()).isEqualTo(22_000);
  }

  @Test
  void isShownUprightWithSquarePixels() {
    assertThat(TIMELINE.shownWidth()).isEqualTo(1080);
    assertThat(TIMELINE.shownHeight()).isEqualTo(1920);
  }

  @Test
  void comesBackFromItsJson() {
    assertThat(ClipTimeline.fromJson(TIMELINE.toJson())).isEqualTo(TIMELINE);
  }

  @Test
  void itsLongestJsonIsWithinTheBound() {
    Edit longest = new Edit(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
    ClipTimeline many =
        new ClipTimeline(
            0xFFFF_FFFFL,
            9999,
            ClipCodec.H264,
            "\"\\\"\\",
            Orientation.MIRROR_VERTICAL,
            FieldOrder.BOTTOM_FIRST,
            Integer.MAX_VALUE,
            Collections.nCopies(ClipTimeline.MAX_EDITS, longest),
            new PictureSize(65_535, 65_535, 1 << 20, 1 << 20),
            new ColorTags(65_535, 65_535, 65_535, true),
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            9999,
            true,
            true);

    assertThat(ClipTimeline.fromJson(many.toJson())).isEqualTo(many);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"v\":1|\"v\":2",
        "\"v\":1|\"v\":1,\"more\":1",
        "\"track\":2|\"track\":0",
        "\"track\":2|\"track\":2.5",
        "\"scale\":600|\"scale\":0",
        "\"HEVC\"|\"AV1\"",
        "[1200,6000]|[1200,-1]",
        "[1200,6000]|[1200]",
        "[1200,6000]|[9223372036854775807,1]",
        "\"samples\":900|\"samples\":\"900\"",
        "[1440,1080,4,3]|[1440,1080,4,0]",
        "{|[",
      })
  void refusesJsonThatIsNone(String old, String replacement) {
    String json = TIMELINE.toJson().replace(old, replacement);

    assertThat(json).isNotEqualTo(TIMELINE.toJson());
    assertThatIllegalArgumentException().isThrownBy(() -> ClipTimeline.fromJson(json));
  }

  @Test
  void refusesJsonThatIsTooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClipTimeline.fromJson(TIMELINE.toJson() + " ".repeat(8192)));
  }

  @ParameterizedTest
  @CsvSource({
    "1,0,0,1,NORMAL",
    "0,1,-1,0,ROTATE_90",
    "-1,0,0,-1,ROTATE_180",
    "0,-1,1,0,ROTATE_270",
    "-1,0,0,1,MIRROR",
    "1,0,0,-1,MIRROR_VERTICAL",
    "0,1,1,0,TRANSPOSE",
    "0,-1,-1,0,TRANSVERSE",
    "2,0.1,-0.1,2,NORMAL",
    "0,0,0,0,NORMAL"
  })
  void knowsTheEightOrientations(double a, double b, double c, double d, Orientation expected) {
    assertThat(Orientation.of(a, b, c, d)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2,UNSPECIFIED", "1,SDR", "14,SDR", "16,PQ", "18,HLG"})
  void knowsTheTransfer(int code, Transfer expected) {
    assertThat(new ColorTags(1, code, 1, false).family()).isEqualTo(expected);
  }
}
