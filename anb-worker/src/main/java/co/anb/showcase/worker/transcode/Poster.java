package co.anb.showcase.worker.transcode;

import io.humble.video.MediaPicture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The still that stands for a clip until it is played. */
final class Poster {

  /** A second into the clip: cameras often begin with a blur or in the dark. */
  static final int SLOT = OutputForm.FRAME_RATE;

  /**
   * Of the small one, in pixels: enough for the widest card, which is a phone's. The big one's
   * sides are a whole multiple of them, so that each pixel is the mean of as many others.
   */
  static final int SMALL_WIDTH = OutputForm.WIDTH / 2;

  static final int SMALL_HEIGHT = OutputForm.HEIGHT / 2;

  /** A gallery shows two dozen; with 0.85, and not progressive, they weigh half as much again. */
  private static final float QUALITY = 0.75f;

  private Poster() {}

  /**
   * Writes a picture as JPEG in both sizes.
   *
   * @param picture yuv420p of the output's size
   * @throws IOException if a file cannot be written
   */
  static void write(MediaPicture picture, OutputFiles output) throws IOException {
    BufferedImage image = Colors.toRgb(picture);
    write(image, output.poster());
    write(small(image), output.smallPoster());
  }

  private static BufferedImage small(BufferedImage image) {
    var small = new BufferedImage(SMALL_WIDTH, SMALL_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = small.createGraphics();
    try {
      brush.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      brush.drawImage(image, 0, 0, SMALL_WIDTH, SMALL_HEIGHT, null);
    } finally {
      brush.dispose();
    }
    return small;
  }

  private static void write(BufferedImage image, Path target) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      // An image stream appends to nothing but overwrites; what was there may be longer.
      Files.deleteIfExists(target);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      try (ImageOutputStream stream = ImageIO.createImageOutputStream(target.toFile())) {
        if (stream == null) {
          throw new IOException("Cannot write " + target);
        }
        writer.setOutput(stream);
        writer.write(null, new IIOImage(image, null, null), settings);
      }
    } finally {
      writer.dispose();
    }
  }
}
