package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.Transfer;
import io.humble.video.MediaPicture;
import java.util.function.DoubleUnaryOperator;

/**
 * Turns BT.2020 with hybrid log-gamma or the perceptual quantiser (ITU-R BT.2100) into the BT.709
 * of usual screens. Colours are computed in linear light: tone mapping by ITU-R BT.2390 from a
 * screen of 1000 cd/m² to one of 203 cd/m², primaries by the matrix of ITU-R BT.2407, BT.1886
 * backwards. The answers are kept in tables; only where the answer depends on less than a step of
 * them, near the edge of what a usual screen can show, is it worked out for the pixel.
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

  private static final float RED_BY_V = (float) (2 * (1 - RED));
  private static final float BLUE_BY_U = (float) (2 * (1 - BLUE));
  private static final float GREEN_BY_V = (float) (2 * (1 - RED) * RED / GREEN);
  private static final float GREEN_BY_U = (float) (2 * (1 - BLUE) * BLUE / GREEN);

  /** Stands in the tables for colours that are worked out one by one. */
  private static final byte STEEP = 0;

  /** So far from no colour at all, in levels of 10 bits, the eye sees the least tint. */
  private static final int GREY = 8;

  private static final int LIGHT_STEPS = 4096;

  /** So many levels between neighbours in a table are too many. */
  private static final int STEEP_LEVELS = 6;

  /** New luma by chroma, in steps of two levels of 256, and luma. */
  private final byte[] luma = new byte[128 * 128 * 256];

  /** New chroma by chroma, in steps of two levels of 256, and luma, in steps of four. */
  private final byte[] blue = new byte[128 * 128 * 64];

  private final byte[] red = new byte[128 * 128 * 64];

  /** New blue and red chroma of what is nearly grey, by chroma in 10 bits, and luma. */
  private final byte[] greyBlue = new byte[2 * GREY * 2 * GREY * 256];

  private final byte[] greyRed = new byte[greyBlue.length];

  private final float[] mapped = new float[3];

  /** Light of the screen by code value. */
  private final float[] light = new float[LIGHT_STEPS + 1];

  private final Curve toneRatio = new Curve(PEAK, HighDynamicRange::toneRatio);
  private final Curve encode = new Curve(1, value -> Math.pow(value, 1 / 2.4));

  /**
   * Works the table out.
   *
   * @param transfer {@link Transfer#HLG} or {@link Transfer#PQ}
   */
  HighDynamicRange(Transfer transfer) {
    for (int i = 0; i <= LIGHT_STEPS; i++) {
      double code = (double) i / LIGHT_STEPS;
      light[i] =
          (float)
              (transfer == Transfer.HLG
                  ? PEAK * Math.pow(sceneLight(code), SYSTEM_GAMMA)
                  : Math.min(PEAK, pqLight(code) / WHITE));
    }
    fillLuma();
    fillChroma();
    fillGrey();
  }

  private void fillLuma() {
    for (int at = 0; at < luma.length; at++) {
      // In the middle of the levels that the entry stands for.
      map((at & 255) + 0.375f, (at >> 15 << 1) + 0.875f, (at >> 8 & 127) * 2 + 0.875f);
      luma[at] = level(16 + 219 * mapped[0]);
    }
    markSteep(luma, 256);
  }

  private void fillChroma() {
    for (int at = 0; at < blue.length; at++) {
      map((at & 63) * 4 + 1.875f, (at >> 13 << 1) + 0.875f, (at >> 6 & 127) * 2 + 0.875f);
      blue[at] = level(128 + 224 * mapped[1]);
      red[at] = level(128 + 224 * mapped[2]);
    }
    markSteep(blue, 64);
    markSteep(red, 64);
  }

  private void fillGrey() {
    for (int at = 0; at < greyBlue.length; at++) {
      map((at & 255) + 0.375f, greyLevel(at >> 12), greyLevel(at >> 8 & 15));
      greyBlue[at] = level(128 + 224 * mapped[1]);
      greyRed[at] = level(128 + 224 * mapped[2]);
    }
  }

  private static float greyLevel(int index) {
    return 128 + (index - GREY) / 4f;
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

  private static byte level(float value) {
    return (byte) Math.max(1, Math.min(254, (int) (value + 0.5f)));
  }

  /** Levels of BT.2020 to luma from 0 to 1 and chroma from -0.5 to 0.5, of BT.709. */
  private void map(float lumaLevel, float blueLevel, float redLevel) {
    float y = (lumaLevel - 16) * (1 / 219f);
    float u = (blueLevel - 128) * (1 / 224f);
    float v = (redLevel - 128) * (1 / 224f);
    float r = lightOf(y + RED_BY_V * v);
    float b = lightOf(y + BLUE_BY_U * u);
    float g = lightOf(y - GREEN_BY_V * v - GREEN_BY_U * u);
    float gain = toneRatio.at(r > g ? (r > b ? r : b) : (g > b ? g : b));
    float red709 = encode.at(gain * (1.6605f * r - 0.5876f * g - 0.0728f * b));
    float green709 = encode.at(gain * (-0.1246f * r + 1.1329f * g - 0.0083f * b));
    float blue709 = encode.at(gain * (-0.0182f * r - 0.1006f * g + 1.1187f * b));
    float mean = 0.2126f * red709 + 0.7152f * green709 + 0.0722f * blue709;
    mapped[0] = mean;
    mapped[1] = (blue709 - mean) * (1 / 1.8556f);
    mapped[2] = (red709 - mean) * (1 / 1.5748f);
  }

  private float lightOf(float code) {
    int step = (int) (code * LIGHT_STEPS + 0.5f);
    return light[step <= 0 ? 0 : step < LIGHT_STEPS ? step : LIGHT_STEPS];
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
   * Maps a frame.
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
          map(y / 4f, u / 4f, v / 4f);
          level = level(16 + 219 * mapped[0]);
        }
        to[i >> 1][2 * x + (i & 1)] = level;
        sum += y;
      }
      int at = chroma << 6 | sum >> 6;
      byte newBlue = blue[at];
      byte newRed = red[at];
      // The eye sees the least tint of grey; it is not to be that of a step in the table.
      int greyU = u - 512 + GREY;
      int greyV = v - 512 + GREY;
      if (((greyU | greyV) & -2 * GREY) == 0) {
        int grey = greyU << 12 | greyV << 8 | sum >> 4;
        newBlue = greyBlue[grey];
        newRed = greyRed[grey];
      } else if (newBlue == STEEP || newRed == STEEP) {
        map(sum / 16f, u / 4f, v / 4f);
        newBlue = level(128 + 224 * mapped[1]);
        newRed = level(128 + 224 * mapped[2]);
      }
      to[2][x] = newBlue;
      to[3][x] = newRed;
    }
  }

  /** A function as a table, by the exponent and the highest bits of a number: finest near 0. */
  private static final class Curve {

    private static final int SHIFT = 23 - 8;
    private static final int LOWEST = Float.floatToRawIntBits(0x1p-24f) >> SHIFT;

    private final float[] values;

    Curve(double highest, DoubleUnaryOperator function) {
      values = new float[(Float.floatToRawIntBits((float) highest) >> SHIFT) - LOWEST + 1];
      for (int i = 0; i < values.length; i++) {
        double middle = Float.intBitsToFloat(((i + LOWEST) << SHIFT) + (1 << (SHIFT - 1)));
        values[i] = (float) function.applyAsDouble(Math.min(highest, middle));
      }
      values[0] = (float) function.applyAsDouble(0);
    }

    float at(float value) {
      // The bits of a negative number are a negative number.
      int at = (Float.floatToRawIntBits(value) >> SHIFT) - LOWEST;
      return values[at <= 0 ? 0 : at < values.length ? at : values.length - 1];
    }
  }
}
