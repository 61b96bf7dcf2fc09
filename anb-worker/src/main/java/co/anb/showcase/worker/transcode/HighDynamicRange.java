package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.Transfer;
import io.humble.video.MediaPicture;
import java.nio.ByteBuffer;
import java.util.function.DoubleUnaryOperator;

/**
 * Turns BT.2020 with hybrid log-gamma or the perceptual quantiser (ITU-R BT.2100) into the BT.709
 * of usual screens. What becomes of a colour is worked out in linear light: tone mapping by ITU-R
 * BT.2390 from a screen of 1000 cd/m² to one of 203 cd/m², primaries by ITU-R BT.2407's matrix,
 * BT.1886 backwards. The answers for all colours are kept in a table, which costs a picture of the
 * output's size a few milliseconds; no filter of either FFmpeg is as quick.
 */
final class HighDynamicRange {

  /** Of the screen that the clip was made for, in cd/m². */
  private static final double SOURCE_PEAK = 1000;

  /** White of an everyday picture (ITU-R BT.2408), in cd/m². */
  private static final double WHITE = 203;

  private static final double PEAK = SOURCE_PEAK / WHITE;

  /**
   * From light of the scene to light of the screen in hybrid log-gamma. It is applied to red, green
   * and blue alike, as libzimg and with it most software does, and not to luminance alone: clips
   * that were graded on a computer look as their makers saw them.
   */
  private static final double SYSTEM_GAMMA = 1.2;

  /** Luma of BT.2020. */
  private static final double RED = 0.2627;

  private static final double GREEN = 0.6780;
  private static final double BLUE = 0.0593;

  /** New luma by chroma, in steps of two levels, and luma. */
  private final byte[] luma = new byte[128 * 128 * 256];

  /** New chroma by chroma and luma, in steps of eight levels; between two, it is interpolated. */
  private final byte[] blue = new byte[256 * 256 * 32];

  private final byte[] red = new byte[256 * 256 * 32];

  private final Curve light;
  private final Curve toneRatio = new Curve(PEAK, HighDynamicRange::toneRatio);
  private final Curve encode = new Curve(1, value -> Math.pow(value, 1 / 2.4));

  /**
   * Works the table out.
   *
   * @param transfer {@link Transfer#HLG} or {@link Transfer#PQ}
   */
  HighDynamicRange(Transfer transfer) {
    light =
        transfer == Transfer.HLG
            ? new Curve(1, code -> PEAK * Math.pow(sceneLight(code), SYSTEM_GAMMA))
            : new Curve(1, code -> Math.min(PEAK, pqLight(code) / WHITE));
    fillLuma();
    fillChroma();
  }

  private void fillLuma() {
    double[] mapped = new double[3];
    for (int at = 0; at < luma.length; at++) {
      // In the middle between the two levels that the entry stands for.
      map((at & 255), (at >> 15 << 1) + 0.5, (at >> 8 & 127) * 2 + 0.5, mapped);
      luma[at] = level(16 + 219 * mapped[0]);
    }
  }

  private void fillChroma() {
    double[] mapped = new double[3];
    for (int at = 0; at < blue.length; at++) {
      map((at & 31) * 8, at >> 13, at >> 5 & 255, mapped);
      blue[at] = level(128 + 224 * mapped[1]);
      red[at] = level(128 + 224 * mapped[2]);
    }
  }

  private static byte level(double value) {
    return (byte) Math.max(1, Math.min(254, Math.round(value)));
  }

  /** Levels of BT.2020 to luma from 0 to 1 and chroma from -0.5 to 0.5, of BT.709. */
  private void map(double lumaLevel, double blueLevel, double redLevel, double[] mapped) {
    double y = (lumaLevel - 16) / 219;
    double u = (blueLevel - 128) / 224;
    double v = (redLevel - 128) / 224;
    double r = light.at(y + 2 * (1 - RED) * v);
    double b = light.at(y + 2 * (1 - BLUE) * u);
    double g =
        light.at(
            y - 2 * (1 - RED) * RED / GREEN * v - 2 * (1 - BLUE) * BLUE / GREEN * u);
    double gain = toneRatio.at(Math.max(r, Math.max(g, b)));
    r *= gain;
    g *= gain;
    b *= gain;
    double red709 = encode.at(1.6605 * r - 0.5876 * g - 0.0728 * b);
    double green709 = encode.at(-0.1246 * r + 1.1329 * g - 0.0083 * b);
    double blue709 = encode.at(-0.0182 * r - 0.1006 * g + 1.1187 * b);
    double mean = 0.2126 * red709 + 0.7152 * green709 + 0.0722 * blue709;
    mapped[0] = mean;
    mapped[1] = (blue709 - mean) / 1.8556;
    mapped[2] = (red709 - mean) / 1.5748;
  }

  /** Light of the scene from a code value of hybrid log-gamma, 0 to 1 (BT.2100, table 5). */
  private static double sceneLight(double code) {
    return code <= 0.5
        ? code * code / 3
        : (Math.exp((code - 0.55991073) / 0.17883277) + 0.28466892) / 12;
  }

  /** Light in cd/m² from a code value of the perceptual quantiser, 0 to 1 (BT.2100, table 4). */
  private static double pqLight(double code) {
    double power = Math.pow(code, 1 / 78.84375);
    return 10_000
        * Math.pow(
            Math.max(0, power - 0.8359375) / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125);
  }

  /** The code value of the perceptual quantiser for light in cd/m². */
  private static double pqCode(double candelas) {
    double power = Math.pow(candelas / 10_000, 0.1593017578125);
    return Math.pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375);
  }

  /** By how much light is dimmed (BT.2390, 5.4.1); white has 1. */
  private static double toneRatio(double value) {
    if (value <= 0) {
      return 1;
    }
    double code = pqCode(value * WHITE) / pqCode(SOURCE_PEAK);
    double highest = pqCode(WHITE) / pqCode(SOURCE_PEAK);
    double knee = 1.5 * highest - 0.5;
    if (code <= knee) {
      return 1;
    }
    double t = Math.min(1, (code - knee) / (1 - knee));
    double bent =
        (2 * t * t * t - 3 * t * t + 1) * knee
            + (t * t * t - 2 * t * t + t) * (1 - knee)
            + (-2 * t * t * t + 3 * t * t) * highest;
    return pqLight(bent * pqCode(SOURCE_PEAK)) / WHITE / value;
  }

  /**
   * Maps a picture where it lies.
   *
   * @param picture yuv420p of the output's size, limited range
   */
  void apply(MediaPicture picture) {
    byte[] upper = new byte[OutputForm.WIDTH];
    byte[] lower = new byte[OutputForm.WIDTH];
    byte[] bluish = new byte[OutputForm.WIDTH / 2];
    byte[] reddish = new byte[OutputForm.WIDTH / 2];
    try (var planes = new Planes(picture)) {
      ByteBuffer lines = planes.bytes(0);
      int stride = planes.stride(0);
      for (int y = 0; y < OutputForm.HEIGHT / 2; y++) {
        lines.get(2 * y * stride, upper);
        lines.get((2 * y + 1) * stride, lower);
        planes.bytes(1).get(y * planes.stride(1), bluish);
        planes.bytes(2).get(y * planes.stride(2), reddish);
        map(upper, lower, bluish, reddish);
        lines.put(2 * y * stride, upper);
        lines.put((2 * y + 1) * stride, lower);
        planes.bytes(1).put(y * planes.stride(1), bluish);
        planes.bytes(2).put(y * planes.stride(2), reddish);
      }
    }
  }

  private void map(byte[] upper, byte[] lower, byte[] bluish, byte[] reddish) {
    for (int x = 0; x < bluish.length; x++) {
      int u = bluish[x] & 255;
      int v = reddish[x] & 255;
      int chroma = (u >> 1) << 15 | (v >> 1) << 8;
      int a = upper[2 * x] & 255;
      int b = upper[2 * x + 1] & 255;
      int c = lower[2 * x] & 255;
      int d = lower[2 * x + 1] & 255;
      upper[2 * x] = luma[chroma | a];
      upper[2 * x + 1] = luma[chroma | b];
      lower[2 * x] = luma[chroma | c];
      lower[2 * x + 1] = luma[chroma | d];
      int mean = Math.min(247, (a + b + c + d + 2) >> 2);
      int at = (u << 8 | v) << 5 | mean >> 3;
      bluish[x] = between(blue, at, mean & 7);
      reddish[x] = between(red, at, mean & 7);
    }
  }

  private static byte between(byte[] table, int at, int eighths) {
    return (byte)
        (((table[at] & 255) * (8 - eighths) + (table[at + 1] & 255) * eighths + 4) >> 3);
  }

  /** A function as a table, finest near 0. */
  private static final class Curve {

    private static final int STEPS = 4096;

    private final double scale;
    private final double[] values = new double[STEPS + 1];

    Curve(double highest, DoubleUnaryOperator function) {
      scale = STEPS * STEPS / highest;
      for (int i = 0; i <= STEPS; i++) {
        values[i] = function.applyAsDouble(i * i / scale);
      }
    }

    double at(double value) {
      if (value <= 0) {
        return values[0];
      }
      return values[(int) Math.min(STEPS, Math.sqrt(value * scale) + 0.5)];
    }
  }
}
