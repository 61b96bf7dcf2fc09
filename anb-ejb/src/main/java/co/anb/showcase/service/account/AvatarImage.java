package co.anb.showcase.service.account;

import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Turns an uploaded image into a square JPEG. The server paints the JPEG itself, so nothing else of
 * the file is stored: no place where the photo was taken, and no script at the end of the file. Of
 * EXIF it reads only the orientation.
 */
final class AvatarImage {

  /** The side of the stored picture, in pixels. */
  static final int SIDE = 256;

  /** The largest file that is taken, in bytes. */
  static final int MAX_BYTES = 2 * 1024 * 1024;

  private static final int MAX_SIDE = 8000;

  /** Phones take 12 million; a decoder may need six bytes of native memory for each. */
  private static final int MAX_PIXELS = 16_000_000;

  /** Progressive pictures have about ten. */
  private static final int MAX_SCANS = 32;

  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final float QUALITY = 0.85f;
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private AvatarImage() {}

  /**
   * Reads a whole file.
   *
   * @param content may be null
   * @throws ProblemException INVALID_FIELD if there is none or it is too large
   */
  static byte[] read(InputStream content) throws IOException {
    byte[] bytes = content == null ? new byte[0] : content.readNBytes(MAX_BYTES + 1);
    if (bytes.length == 0) {
      throw refused("image_missing");
    }
    if (bytes.length > MAX_BYTES) {
      throw refused("image_too_large");
    }
    return bytes;
  }

  /**
   * Writes the square in the middle of a picture.
   *
   * @throws ProblemException INVALID_FIELD if it is no JPEG or PNG, damaged, has too many pixels or
   *     scans, or takes longer than 5 s to decode
   */
  static void write(byte[] picture, Path target) throws IOException {
    BufferedImage square = square(picture);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new FileImageOutputStream(target.toFile())) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(square, null, null), how);
    } finally {
      writer.dispose();
    }
  }

  private static BufferedImage square(byte[] picture) {
    String format = format(picture);
    if (format.equals("jpeg") && JpegScans.count(picture) > MAX_SCANS) {
      throw refused("image_too_many_scans");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (var in = new MemoryCacheImageInputStream(new DeadlineStream(picture, DEADLINE))) {
      reader.setInput(in, true, true);
      Orientation orientation =
          format.equals("jpeg") ? Orientation.of(picture) : Orientation.UPRIGHT;
      ImageReadParam middle = middle(reader.getWidth(0), reader.getHeight(0), reader);
      return paint(reader.read(0, middle), orientation);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The readers of the JDK say in many ways that a file is broken.
      throw (ProblemException) refused("image_unreadable").initCause(e);
    } finally {
      reader.dispose();
    }
  }

  /**
   * The square in the middle, decoded to about twice the size that is needed: a few bytes can claim
   * millions of pixels.
   */
  private static ImageReadParam middle(int width, int height, ImageReader reader) {
    if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
      throw refused("image_too_many_pixels");
    }
    int side = Math.min(width, height);
    int step = Math.max(1, side / (2 * SIDE));
    ImageReadParam how = reader.getDefaultReadParam();
    how.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
    how.setSourceSubsampling(step, step, 0, 0);
    return how;
  }

  private static BufferedImage paint(BufferedImage picture, Orientation orientation) {
    var square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = square.createGraphics();
    try {
      brush.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      brush.transform(orientation.upright(SIDE));
      // JPEG knows no transparency.
      brush.drawImage(picture, 0, 0, SIDE, SIDE, Color.WHITE, null);
    } finally {
      brush.dispose();
    }
    return square;
  }

  private static String format(byte[] picture) {
    if (startsWith(picture, JPEG)) {
      return "jpeg";
    }
    if (startsWith(picture, PNG)) {
      return "png";
    }
    throw refused("image_unreadable");
  }

  private static boolean startsWith(byte[] picture, byte[] magic) {
    return picture.length > magic.length
        && Arrays.equals(picture, 0, magic.length, magic, 0, magic.length);
  }

  private static ProblemException refused(String code) {
    return ProblemException.fields(List.of(new FieldError("avatar", code)));
  }
}
