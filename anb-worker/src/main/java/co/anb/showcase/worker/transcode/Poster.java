package co.anb.showcase.worker.transcode;

import io.humble.video.MediaPicture;
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

  /** A gallery shows two dozen; with 0.85, and not progressive, they weigh half as much again. */
  private static final float QUALITY = 0.75f;

  private Poster() {}

  /**
   * Writes a picture as JPEG.
   *
   * @param picture yuv420p of the output's size
   * @throws IOException if the file cannot be written
   */
  static void write(MediaPicture picture, Path target) throws IOException {
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
        writer.write(null, new IIOImage(Colors.toRgb(picture), null, null), settings);
      }
    } finally {
      writer.dispose();
    }
  }
}
