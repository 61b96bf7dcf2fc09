package co.anb.showcase.worker.transcode;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/** Converts between RGB and the limited-range BT.709 that players assume for 720p. */
final class Colors {

  private static final int CHROMA_WIDTH = OutputForm.WIDTH / 2;
  private static final int CHROMA_HEIGHT = OutputForm.HEIGHT / 2;

  private Colors() {}

  /** The picture in yuv420p, in memory of its own. */
  static YuvPicture toYuv(BufferedImage image) {
    ByteBuffer luma = ByteBuffer.allocateDirect(OutputForm.WIDTH * OutputForm.HEIGHT);
    ByteBuffer blue = ByteBuffer.allocateDirect(CHROMA_WIDTH * CHROMA_HEIGHT);
    ByteBuffer red = ByteBuffer.allocateDirect(CHROMA_WIDTH * CHROMA_HEIGHT);
    for (int y = 0; y < OutputForm.HEIGHT; y++) {
      for (int x = 0; x < OutputForm.WIDTH; x++) {
        int rgb = image.getRGB(x, y);
        double r = rgb >> 16 & 255;
        double g = rgb >> 8 & 255;
        double b = rgb & 255;
        luma.put((byte) Math.round(16 + 0.18259 * r + 0.61423 * g + 0.06201 * b));
        if (x % 2 == 0 && y % 2 == 0) {
          blue.put((byte) Math.round(128 - 0.10064 * r - 0.33857 * g + 0.43922 * b));
          red.put((byte) Math.round(128 + 0.43922 * r - 0.39894 * g - 0.04027 * b));
        }
      }
    }
    luma.flip();
    blue.flip();
    red.flip();
    return new YuvPicture(luma, OutputForm.WIDTH, blue, red, CHROMA_WIDTH);
  }

  /** The picture in RGB. */
  static BufferedImage toRgb(YuvPicture picture) {
    var image = new BufferedImage(OutputForm.WIDTH, OutputForm.HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < OutputForm.HEIGHT; y++) {
      for (int x = 0; x < OutputForm.WIDTH; x++) {
        double luma = 1.16438 * ((picture.luma().get(y * picture.lumaStride() + x) & 255) - 16);
        int chroma = y / 2 * picture.chromaStride() + x / 2;
        double blue = (picture.blue().get(chroma) & 255) - 128;
        double red = (picture.red().get(chroma) & 255) - 128;
        int r = clamp(luma + 1.79274 * red);
        int g = clamp(luma - 0.21325 * blue - 0.53291 * red);
        int b = clamp(luma + 2.11240 * blue);
        image.setRGB(x, y, r << 16 | g << 8 | b);
      }
    }
    return image;
  }

  /** The picture as seen through black; 1 is the picture itself. */
  static YuvPicture fade(YuvPicture picture, double strength) {
    return new YuvPicture(
        fade(picture.luma(), 16, strength),
        picture.lumaStride(),
        fade(picture.blue(), 128, strength),
        fade(picture.red(), 128, strength),
        picture.chromaStride());
  }

  private static ByteBuffer fade(ByteBuffer plane, int black, double strength) {
    byte[] mapped = new byte[256];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = (byte) Math.round(black + (i - black) * strength);
    }
    ByteBuffer faded = ByteBuffer.allocateDirect(plane.capacity());
    for (int i = 0; i < plane.capacity(); i++) {
      faded.put(i, mapped[plane.get(i) & 255]);
    }
    return faded;
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
