package co.anb.showcase.domain.mp4;

/** How long, large and quick a clip may be. */
public final class ClipLimits {

  /** Shortest clip, in milliseconds. */
  public static final long MIN_MILLIS = 20_000;

  /** Longest clip, in milliseconds. */
  public static final long MAX_MILLIS = 60_000;

  /** A clip may miss these bounds by so much, in milliseconds. */
  public static final long TOLERANCE_MILLIS = 500;

  /** Fewest pixels of the smaller side. */
  public static final int MIN_SIDE = 1080;

  /** Most pixels of the larger side. */
  public static final int MAX_SIDE = 8192;

  /** Most pixels of a frame: 8192 times 4320. */
  public static final long MAX_PIXELS = 8192L * 4320;

  /** Most frames a second, on average: 240, and what a camera's clock may be off. */
  public static final int MAX_RATE = 250;

  /** Most pixels a second, on average: 8K at 30 frames, or 4K at 120. */
  public static final long MAX_PIXEL_RATE = MAX_PIXELS * 30;

  private ClipLimits() {}

  /**
   * Checks a clip.
   *
   * @throws FileRefusedException if it is beyond a limit
   */
  public static void check(ClipTimeline clip) {
    long millis = clip.durationMillis();
    if (millis < MIN_MILLIS - TOLERANCE_MILLIS) {
      throw refused(FileFault.FILE_TOO_SHORT, "It is shorter than 20 seconds.");
    }
    if (millis > MAX_MILLIS + TOLERANCE_MILLIS) {
      throw refused(FileFault.FILE_TOO_LONG, "It is longer than 60 seconds.");
    }
    int width = clip.size().width();
    int height = clip.size().height();
    if (Math.min(width, height) < MIN_SIDE) {
      throw refused(FileFault.FILE_TOO_SMALL, "Its smaller side has fewer than 1080 pixels.");
    }
    long pixels = (long) width * height;
    if (Math.max(width, height) > MAX_SIDE || pixels > MAX_PIXELS) {
      throw refused(
          FileFault.FILE_PICTURE_TOO_LARGE, "Its frames are larger than 8192 by 4320 pixels.");
    }
    double rate = clip.shownSamples() * 1000.0 / millis;
    if (rate > MAX_RATE || rate * pixels > MAX_PIXEL_RATE) {
      throw refused(
          FileFault.FILE_RATE_TOO_HIGH,
          "It has more than 240 frames a second, or more pixels a second than 8K at 30.");
    }
  }

  private static FileRefusedException refused(FileFault fault, String reason) {
    return new FileRefusedException(fault, reason);
  }
}
