package co.anb.showcase.worker.transcode;

import io.humble.video.MediaPicture;
import io.humble.video.PixelFormat;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;

/** Converts between RGB and the limited-range BT.709 that players assume for 720p. */
final class Colors {

  private static final int WIDTH = OutputForm.WIDTH;
  private static final int HEIGHT = OutputForm.HEIGHT;

  private Colors() {}

  /**
   * The frame in yuv420p.
   *
   * @param image of the output's size
   * @return to be deleted by the caller
   */
  static MediaPicture toYuv(BufferedImage image) {
    MediaPicture picture = MediaPicture.make(WIDTH, HEIGHT, PixelFormat.Type.PIX_FMT_YUV420P);
    try (var planes = new Planes(picture)) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          int rgb = image.getRGB(x, y);
          double r = rgb >> 16 & 255;
          double g = rgb >> 8 & 255;
          double b = rgb & 255;
          put(planes, 0, x, y, 16 + 0.18259 * r + 0.61423 * g + 0.06201 * b);
          if (x % 2 == 0 && y % 2 == 0) {
            put(planes, 1, x / 2, y / 2, 128 - 0.10064 * r - 0.33857 * g + 0.43922 * b);
            put(planes, 2, x / 2, y / 2, 128 + 0.43922 * r - 0.39894 * g - 0.04027 * b);
          }
        }
      }
    }
    picture.setComplete(true);
    return picture;
  }

  private static void put(Planes planes, int plane, int x, int y, double value) {
    planes.bytes(plane).put(y * planes.stride(plane) + x, (byte) Math.round(value));
  }

  /**
   * The frame in RGB.
   *
   * @param picture yuv420p of the output's size
   */
  static BufferedImage toRgb(MediaPicture picture) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] luma = new byte[WIDTH];
    byte[] blue = new byte[WIDTH / 2];
    byte[] red = new byte[WIDTH / 2];
    try (var planes = new Planes(picture)) {
      for (int y = 0; y < HEIGHT; y++) {
        line(planes, 0, y, luma);
        line(planes, 1, y / 2, blue);
        line(planes, 2, y / 2, red);
        for (int x = 0; x < WIDTH; x++) {
          // Factors of BT.709 times 256, with half of that to round.
          int scaled = 298 * ((luma[x] & 255) - 16) + 128;
          int b = (blue[x / 2] & 255) - 128;
          int r = (red[x / 2] & 255) - 128;
          pixels[y * WIDTH + x] =
              clamp(scaled + 459 * r) << 16
                  | clamp(scaled - 55 * b - 136 * r) << 8
                  | clamp(scaled + 541 * b);
        }
      }
    }
    return image;
  }

  private static void line(Planes planes, int plane, int y, byte[] samples) {
    ByteBuffer bytes = planes.bytes(plane);
    bytes.get(y * planes.stride(plane), samples);
  }

  private static int clamp(int scaled) {
    return Math.max(0, Math.min(255, scaled >> 8));
  }
}
