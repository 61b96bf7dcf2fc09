package co.anb.showcase.worker.transcode;

/**
 * Where an upright picture goes in the output frame: as large as fits, undistorted, centred.
 *
 * @param width of the scaled picture, even
 * @param height of the scaled picture, even
 * @param left offset in the frame, even
 * @param top offset in the frame, even
 * @param rotation degrees clockwise that make the source upright: 0, 90, 180 or 270
 */
record Geometry(int width, int height, int left, int top, int rotation) {

  /**
   * Fits a source into the frame.
   *
   * @param sourceWidth pixels as encoded, before rotation
   * @param sourceHeight pixels as encoded, before rotation
   * @param pixelAspect width of a source pixel divided by its height; anything not positive is 1
   * @param rotation degrees clockwise in any form, such as -90; rounded to a quarter turn
   */
  static Geometry fit(int sourceWidth, int sourceHeight, double pixelAspect, int rotation) {
    double shownWidth = sourceWidth * (pixelAspect > 0 ? pixelAspect : 1);
    double shownHeight = sourceHeight;
    int turn = Math.floorMod(Math.round(rotation / 90f), 4) * 90;
    double uprightWidth = isOnItsSide(turn) ? shownHeight : shownWidth;
    double uprightHeight = isOnItsSide(turn) ? shownWidth : shownHeight;
    double scale = Math.min(OutputForm.WIDTH / uprightWidth, OutputForm.HEIGHT / uprightHeight);
    int width = even(uprightWidth * scale, OutputForm.WIDTH);
    int height = even(uprightHeight * scale, OutputForm.HEIGHT);
    // Chroma is halved in both directions, so offsets are even too.
    return new Geometry(
        width,
        height,
        (OutputForm.WIDTH - width) / 4 * 2,
        (OutputForm.HEIGHT - height) / 4 * 2,
        turn);
  }

  /**
   * The chain of FFmpeg filters that does it, for a result in yuv420p. Scaling comes before
   * turning, as there is less to turn then.
   */
  String filters() {
    int scaledWidth = isOnItsSide(rotation) ? height : width;
    int scaledHeight = isOnItsSide(rotation) ? width : height;
    String upright =
        switch (rotation) {
          case 90 -> ",transpose=clock";
          case 180 -> ",hflip,vflip";
          case 270 -> ",transpose=cclock";
          default -> "";
        };
    boolean fills = width == OutputForm.WIDTH && height == OutputForm.HEIGHT;
    String bars =
        fills
            ? ""
            : ",pad=%d:%d:%d:%d:black".formatted(OutputForm.WIDTH, OutputForm.HEIGHT, left, top);
    return "scale=%d:%d:flags=bicubic,format=yuv420p%s%s,setsar=1"
        .formatted(scaledWidth, scaledHeight, upright, bars);
  }

  private static boolean isOnItsSide(int turn) {
    return turn == 90 || turn == 270;
  }

  private static int even(double length, int limit) {
    return Math.max(2, Math.min(limit, (int) Math.round(length / 2) * 2));
  }
}
