package co.anb.showcase.worker.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.humble.video.FilterGraph;
import io.humble.video.FilterPictureSink;
import io.humble.video.MediaPicture;
import io.humble.video.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighDynamicRangeTest {

  private static final int SIZE = 64;

  /** What becomes of a plain picture. */
  private static int[] mapped(int y, int u, int v) {
    FilterGraph graph = FilterGraph.make();
    FilterPictureSink sink = graph.addPictureSink("out", PixelFormat.Type.PIX_FMT_YUV420P);
    MediaPicture picture = MediaPicture.make(SIZE, SIZE, PixelFormat.Type.PIX_FMT_YUV420P);
    try {
      synchronized (HumbleLibrary.OPENING) {
        graph.open(
            "color=size=%dx%d:duration=1,format=yuv420p,lutyuv=y=%d:u=%d:v=%d%s[out]"
                .formatted(SIZE, SIZE, y, u, v, HighDynamicRange.FILTERS));
      }
      sink.getPicture(picture);
      assertThat(picture.isComplete()).isTrue();
      try (var planes = new Planes(picture)) {
        return new int[] {first(planes, 0), first(planes, 1), first(planes, 2)};
      }
    } finally {
      picture.delete();
      sink.delete();
      graph.delete();
    }
  }

  private static int first(Planes planes, int plane) {
    return planes.bytes(plane).get(0) & 255;
  }

  /** By the formulas of BT.2100, worked out elsewhere: 38 % is a middle grey, 75 % is white. */
  @ParameterizedTest
  @CsvSource({"0, 0", "10, 11.2", "38, 42.6", "50, 56.1", "75, 88.7", "90, 95.8", "100, 97.9"})
  void greysStayGreyAndGetTheLightOfAUsualScreen(double before, double after) {
    int[] grey = mapped((int) Math.round(16 + 2.19 * before), 128, 128);
    assertThat((double) grey[0]).isCloseTo(16 + 2.19 * after, within(2.0));
    assertThat(grey[1]).isEqualTo(128);
    assertThat(grey[2]).isEqualTo(128);
  }

  @Test
  void brighterStaysBrighter() {
    int last = 0;
    for (int y = 0; y <= 255; y += 5) {
      int now = mapped(y, 128, 128)[0];
      assertThat(now).isGreaterThanOrEqualTo(last).isBetween(16, 235);
      last = now;
    }
  }

  @Test
  void coloursGetTheirStrengthBackAndStayWithinBounds() {
    assertThat(mapped(126, 148, 148)).containsExactly(mapped(126, 128, 128)[0], 153, 168);
    assertThat(mapped(126, 108, 108)).containsExactly(mapped(126, 128, 128)[0], 103, 88);
    assertThat(mapped(126, 240, 16)).endsWith(240, 16);
  }
}
