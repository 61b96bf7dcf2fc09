package co.anb.showcase.service.account;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** How a camera was held, and so what makes its photo upright: the values 1 to 8 of EXIF. */
enum Orientation {
  UPRIGHT(0, false),
  MIRRORED(0, true),
  UPSIDE_DOWN(2, false),
  MIRRORED_UPSIDE_DOWN(2, true),
  MIRRORED_LEFT(3, true),
  LEFT(1, false),
  MIRRORED_RIGHT(1, true),
  RIGHT(3, false);

  private final int quarters;
  private final boolean mirrored;

  /**
   * @param quarters turns of 90 degrees, clockwise, that make it upright
   * @param mirrored whether left and right change places before
   */
  Orientation(int quarters, boolean mirrored) {
    this.quarters = quarters;
    this.mirrored = mirrored;
  }

  /** What a JPEG says; upright if it says nothing or nonsense. */
  static Orientation of(byte[] jpeg) {
    try {
      Integer value =
          JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()))
              .getDirectoriesOfType(ExifIFD0Directory.class)
              .stream()
              .map(directory -> directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
              .findFirst()
              .orElse(null);
      return value == null || value < 1 || value > values().length ? UPRIGHT : values()[value - 1];
    } catch (JpegProcessingException | IOException e) {
      // Whether it is a picture at all is decided by who decodes it.
      return UPRIGHT;
    }
  }

  /**
   * Makes a square upright.
   *
   * @param side in pixels
   */
  AffineTransform upright(int side) {
    var transform = AffineTransform.getQuadrantRotateInstance(quarters, side / 2.0, side / 2.0);
    if (mirrored) {
      transform.translate(side, 0);
      transform.scale(-1, 1);
    }
    return transform;
  }
}
