package co.anb.showcase.worker.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.mp4.ClipReader;
import co.anb.showcase.domain.mp4.ClipTimeline;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks into results. */
final class Pictures {

  private static final int TOLERANCE = 40;

  private Pictures() {}

  /**
   * Decodes the whole file.
   *
   * @return how many frames it has, and those asked for, in their order
   */
  static Decoded decode(Path video, int... wanted) throws Exception {
    List<BufferedImage> images = new ArrayList<>();
    int count = 0;
    var frame = new Frame();
    ClipTimeline timeline = ClipReader.read(video);
    // Frames that refer to later ones are shown later than they are decoded.
    double start = (double) timeline.edits().get(0).start() / timeline.timeScale();
    try (HumbleSource source = HumbleSource.open(video, timeline)) {
      while (source.next(frame)) {
        frame.seconds -= start;
        assertThat(frame.seconds).isBetween((count - 0.01) / 30, (count + 0.01) / 30);
        for (int index : wanted) {
          if (index == count) {
            images.add(Colors.toRgb(frame.picture));
          }
        }
        count++;
      }
    } finally {
      frame.delete();
    }
    return new Decoded(count, images);
  }

  /** What a file holds. */
  record Decoded(int count, List<BufferedImage> images) {}

  static void assertColor(BufferedImage image, int x, int y, int rgb) {
    int seen = image.getRGB(x, y) & 0xFFFFFF;
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(seen >> shift & 255)
          .as("colour at %d,%d: %06x instead of %06x", x, y, seen, rgb)
          .isCloseTo(rgb >> shift & 255, org.assertj.core.data.Offset.offset(TOLERANCE));
    }
  }
}
