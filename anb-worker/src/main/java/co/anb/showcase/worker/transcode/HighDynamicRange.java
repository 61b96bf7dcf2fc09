package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.Transfer;
import io.humble.video.MediaPicture;
import java.util.function.DoubleUnaryOperator;

/**
 * Turns BT.2020 with hybrid log-gamma or the perceptual quantiser (ITU-R BT.2100) into the BT.709
 * of usual screens. What becomes of a colour is worked out in linear light: tone mapping by ITU-R
 * BT.2390 from a screen of 1000 cd/m² to one of 203 cd/m², primaries by the matrix of ITU-R
 * BT.2407, BT.1886 backwards. The answers are kept in tables; only where the answer depends on less
 * than a step of them, near the edge of what a usual screen can show, is it worked out for the
 * pixel.
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

  /** Stands in the tables for colours that are worked out one by one. */
  private static final byte STEEP = 0;

  /** So many levels between neighbours in a table are too many. */
  private static final int STEEP_LEVELS = 4;

  /** New luma by chroma, in steps of two levels of 256, and luma. */
  private final byte[] luma = new byte[128 * 128 * 256];

  /** New chroma by chroma, in steps of two levels of 256, and luma, in steps of four. */
  private final byte[] blue = new byte[128 * 128 * 64];

  private final byte[] red = new byte[128 * 128 * 64];

  private final double[] mapped = new double[3];
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
    for (int at = 0; at < luma.length; at++) {
      // In the middle of the levels that the entry stands for.
      map((at & 255) + 0.375, (at >> 15 << 1) + 0.875, (at >> 8 & 127) * 2 + 0.875);
      luma[at] = level(16 + 219 * mapped[0]);
    }
    markSteep(luma, 256);
  }

  private void fillChroma() {
    for (int at = 0; at < blue.length; at++) {
      map((at & 63) * 4 + 1.875, (at >> 13 << 1) + 0.875, (at >> 6 & 127) * 2 + 0.875);
      blue[at] = level(128 + 224 * mapped[1]);
      red[at] = level(128 + 224 * mapped[2]);
    }
    markSteep(blue, 64);
    markSteep(red, 64);
  }

  private static void markSteep(byte[] table, int lumaSteps) {
    byte[] plain = table.clone();
    for (int at = 0; at < table.length; at++) {
      for (int step : new int[] {1, lumaSteps, lumaSteps * 128}) {
        int next = Math.min(at + step, table.length - 1);
        int previous = Math.max(at - step, 0);
        if (Math.abs((plain[next] & 255) - (plain[at] & 255)) > STEEP_LEVELS
            || Math.abs((plain[previous] & 255) - (plain[at] & 255)) > STEEP_LEVELS) {
          table[at] = STEEP;
        }
      }
    }
  }

  private static byte level(double value) {
    return (byte) Math.max(1, Math.min(254, Math.round(value)));
  }

  /** Levels of BT.2020 to luma from 0 to 1 and chroma from -0.5 to 0.5, of BT.709. */
  private void map(double lumaLevel, double blueLevel, double redLevel) {
    double y = (lumaLevel - 16) / 219;
    double u = (blueLevel - 128) / 224;
    double v = (redLevel - 128) / 224;
    double r = light.at(y + 2 * (1 - RED) * v);
    double b = light.at(y + 2 * (1 - BLUE) * u);
    double g = light.at(y - 2 * (1 - RED) * RED / GREEN * v - 2 * (1 - BLUE) * BLUE / GREEN * u);
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
   * Maps a picture.
   *
   * @param from yuv420p10le of the output's size, limited range
   * @param to takes the result: yuv420p of the same size
   */
  void apply(MediaPicture from, MediaPicture to) {
    short[][] source = new short[4][OutputForm.WIDTH];
    byte[][] target = new byte[4][OutputForm.WIDTH];
    source[2] = new short[OutputForm.WIDTH / 2];
    source[3] = new short[OutputForm.WIDTH / 2];
    target[2] = new byte[OutputForm.WIDTH / 2];
    target[3] = new byte[OutputForm.WIDTH / 2];
    try (var read = new Planes(from);
        var written = new Planes(to)) {
      for (int y = 0; y < OutputForm.HEIGHT / 2; y++) {
        for (int line = 0; line < 4; line++) {
          int plane = Math.max(0, line - 1);
          int row = plane == 0 ? 2 * y + line : y;
          read.shorts(plane).get(row * read.stride(plane) / 2, source[line]);
        }
        map(source, target);
        for (int line = 0; line < 4; line++) {
          int plane = Math.max(0, line - 1);
          int row = plane == 0 ? 2 * y + line : y;
          written.bytes(plane).put(row * written.stride(plane), target[line]);
        }
      }
    }
    to.setComplete(true);
  }

  /** Two lines of luma, one of blue and one of red, in 10 bits, to 8 bits. */
  private void map(short[][] from, byte[][] to) {
    for (int x = 0; x < OutputForm.WIDTH / 2; x++) {
      int u = from[2][x] & 1023;
      int v = from[3][x] & 1023;
      int chroma = (u >> 3) << 7 | v >> 3;
      int sum = 0;
      for (int i = 0; i < 4; i++) {
        int y = from[i >> 1][2 * x + (i & 1)] & 1023;
        byte level = luma[chroma << 8 | y >> 2];
        if (level == STEEP) {
          map(y / 4.0, u / 4.0, v / 4.0);
          level = level(16 + 219 * mapped[0]);
        }
        to[i >> 1][2 * x + (i & 1)] = level;
        sum += y;
      }
      int at = chroma << 6 | sum >> 6;
      to[2][x] = blue[at];
      to[3][x] = red[at];
      if (blue[at] == STEEP || red[at] == STEEP || isGrey(u, v)) {
        map(sum / 16.0, u / 4.0, v / 4.0);
        to[2][x] = level(128 + 224 * mapped[1]);
        to[3][x] = level(128 + 224 * mapped[2]);
      }
    }
  }

  /** The eye sees the least tint of grey; it is not to be that of a step in the table. */
  private static boolean isGrey(int u, int v) {
    return Math.abs(u - 512) < 8 && Math.abs(v - 512) < 8;
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
