package co.anb.showcase.domain.mp4;

/** What has to be done to a decoded frame so that it stands upright. */
public enum Orientation {
  NORMAL,
  /** Turn it by 90 degrees clockwise. */
  ROTATE_90,
  ROTATE_180,
  /** Turn it by 270 degrees clockwise. */
  ROTATE_270,
  /** Exchange left and right. */
  MIRROR,
  /** Exchange top and bottom. */
  MIRROR_VERTICAL,
  /** Exchange rows and columns: mirror about the diagonal from the upper left. */
  TRANSPOSE,
  /** Mirror about the diagonal from the upper right. */
  TRANSVERSE;

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return this == ROTATE_90 || this == ROTATE_270 || this == TRANSPOSE || this == TRANSVERSE;
  }

  /**
   * The orientation nearest to a matrix of a file: the point (x, y) of the decoded frame is shown
   * at (a·x + c·y, b·x + d·y), with y pointing down.
   */
  static Orientation of(double a, double b, double c, double d) {
    if (Math.abs(b * c) > Math.abs(a * d)) {
      if (b > 0) {
        return c < 0 ? ROTATE_90 : TRANSPOSE;
      }
      return c > 0 ? ROTATE_270 : TRANSVERSE;
    }
    if (a < 0) {
      return d < 0 ? ROTATE_180 : MIRROR;
    }
    return d < 0 ? MIRROR_VERTICAL : NORMAL;
  }
}
