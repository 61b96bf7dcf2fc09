package co.anb.showcase.worker.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryTest {

  @ParameterizedTest
  @CsvSource({
    // source, pixel aspect, rotation, and what comes of it
    "1920, 1080, 1,      0, 1280, 720,   0,   0,   0",
    "1920, 1080, 1,     90,  406, 720, 436,   0,  90",
    "1920, 1080, 1,    270,  406, 720, 436,   0, 270",
    "1920, 1080, 1,    -90,  406, 720, 436,   0, 270",
    "1920, 1080, 1,    180, 1280, 720,   0,   0, 180",
    "1920, 1080, 1,    450,  406, 720, 436,   0,  90",
    "1080, 1920, 1,      0,  406, 720, 436,   0,   0",
    "640,  480,  1,      0,  960, 720, 160,   0,   0",
    "2560, 1080, 1,      0, 1280, 540,   0,  90,   0",
    "1440, 1080, 1.3333, 0, 1280, 720,   0,   0,   0",
    "1440, 1080, 0,      0,  960, 720, 160,   0,   0",
    "16,   16,   1,      0,  720, 720, 280,   0,   0",
    "8000, 2,    1,      0, 1280,   2,   0, 358,   0",
  })
  void fits(
      int sourceWidth,
      int sourceHeight,
      double pixelAspect,
      int turned,
      int width,
      int height,
      int left,
      int top,
      int rotation) {
    assertThat(Geometry.fit(sourceWidth, sourceHeight, pixelAspect, turned))
        .isEqualTo(new Geometry(width, height, left, top, rotation));
  }

  @Test
  void addsBarsOnlyWhereThereIsRoom() {
    assertThat(Geometry.fit(1920, 1080, 1, 0).filters()).doesNotContain("pad");
    assertThat(Geometry.fit(640, 480, 1, 0).filters()).contains("pad=1280:720:160:0");
  }

  @Test
  void scalesBeforeItTurns() {
    assertThat(Geometry.fit(1920, 1080, 1, 90).filters())
        .startsWith("scale=720:406")
        .contains("transpose=clock");
  }
}
