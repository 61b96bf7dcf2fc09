package co.anb.showcase.worker.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.mp4.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryTest {

  @ParameterizedTest
  @CsvSource({
    // source, pixel aspect, orientation, and what comes of it
    "1920, 1080, 1,      NORMAL,     1280, 720,   0,   0",
    "1920, 1080, 1,      ROTATE_90,   406, 720, 436,   0",
    "1920, 1080, 1,      ROTATE_180, 1280, 720,   0,   0",
    "1920, 1080, 1,      ROTATE_270,  406, 720, 436,   0",
    "1920, 1080, 1,      MIRROR,     1280, 720,   0,   0",
    "1920, 1080, 1,      TRANSPOSE,   406, 720, 436,   0",
    "1080, 1920, 1,      NORMAL,      406, 720, 436,   0",
    "640,  480,  1,      NORMAL,      960, 720, 160,   0",
    "2560, 1080, 1,      NORMAL,     1280, 540,   0,  90",
    "1440, 1080, 1.3333, NORMAL,     1280, 720,   0,   0",
    "1440, 1080, 1.3333, TRANSVERSE,  406, 720, 436,   0",
    "1440, 1080, 0,      NORMAL,      960, 720, 160,   0",
    "16,   16,   1,      NORMAL,      720, 720, 280,   0",
    "8000, 2,    1,      NORMAL,     1280,   2,   0, 358",
  })
  void fits(
      int sourceWidth,
      int sourceHeight,
      double pixelAspect,
      Orientation orientation,
      int width,
      int height,
      int left,
      int top) {
    assertThat(Geometry.fit(sourceWidth, sourceHeight, pixelAspect, orientation))
        .isEqualTo(new Geometry(width, height, left, top, orientation));
  }

  @Test
  void addsBarsOnlyWhereThereIsRoom() {
    assertThat(Geometry.fit(1920, 1080, 1, Orientation.NORMAL).placing()).doesNotContain("pad");
    assertThat(Geometry.fit(640, 480, 1, Orientation.NORMAL).placing())
        .contains("pad=1280:720:160:0");
  }

  @Test
  void scalesBeforeItTurns() {
    Geometry turned = Geometry.fit(1920, 1080, 1, Orientation.ROTATE_90);
    assertThat(turned.scaledWidth()).isEqualTo(720);
    assertThat(turned.scaledHeight()).isEqualTo(406);
    assertThat(turned.placing()).startsWith(",transpose=clock");
  }
}
