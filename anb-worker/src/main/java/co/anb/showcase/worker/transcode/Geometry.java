package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.Orientation;

/**
 * Where an upright frame goes in the output frame: as large as fits, undistorted, centred.
 *
 * @param width of the scaled frame when it is upright, even
 * @param height of the scaled frame when it is upright, even
 * @param left offset in the frame, even
 * @param top offset in the frame, even
 * @param orientation what makes the source upright
 */
record Geometry(int width, int height, int left, int top, Orientation orientation) {

  /**
   * Fits a source into the frame.
   *
   * @param sourceWidth pixels as encoded, before it is turned
   * @param sourceHeight pixels as encoded, before it is turned
   * @param pixelAspect width of a source pixel divided by its height; anything not positive is 1
   * @param orientation what makes it upright
   */
  static Geometry fit(
      int sourceWidth, int sourceHeight, double pixelAspect, Orientation orientation) {
    double shownWidth = sourceWidth * (pixelAspect > 0 ? pixelAspect : 1);
    double shownHeight = sourceHeight;
    double uprightWidth = orientation.swapsSides() ? shownHeight : shownWidth;
    double uprightHeight = orientation.swapsSides() ? shownWidth : shownHeight;
    double scale = Math.min(OutputForm.WIDTH / uprightWidth, OutputForm.HEIGHT / uprightHeight);
    int width = even(uprightWidth * scale, OutputForm.WIDTH);
    int height = even(uprightHeight * scale, OutputForm.HEIGHT);
    // Chroma is halved in both directions, so offsets are even too.
    return new Geometry(
        width,
        height,
        (OutputForm.WIDTH - width) / 4 * 2,
        (OutputForm.HEIGHT - height) / 4 * 2,
        orientation);
  }

  /** Width to scale to, before the frame is turned. */
  int scaledWidth() {
    return orientation.swapsSides() ? height : width;
  }

  /** Height to scale to, before the frame is turned. */
  int scaledHeight() {
    return orientation.swapsSides() ? width : height;
  }

  /**
   * The chain of FFmpeg filters that makes a scaled frame upright and puts bars beside it, each
   * filter behind a comma. Scaling comes before, as there is less to turn then.
   */
  String placing() {
    String upright =
        switch (orientation) {
          case NORMAL -> "";
          case ROTATE_90 -> ",transpose=clock";
          case ROTATE_180 -> ",hflip,vflip";
          case ROTATE_270 -> ",transpose=cclock";
          case MIRROR -> ",hflip";
          case MIRROR_VERTICAL -> ",vflip";
          case TRANSPOSE -> ",transpose=cclock_flip";
          case TRANSVERSE -> ",transpose=clock_flip";
        };
    boolean fills = width == OutputForm.WIDTH && height == OutputForm.HEIGHT;
    String bars =
        fills
            ? ""
            : ",pad=%d:%d:%d:%d:black".formatted(OutputForm.WIDTH, OutputForm.HEIGHT, left, top);
    return upright + bars + ",setsar=1";
  }

  private static int even(double length, int limit) {
    return Math.max(2, Math.min(limit, (int) Math.round(length / 2) * 2));
  }
}
