package co.anb.showcase.domain.mp4;

/**
 * The size of the decoded frames, before they are turned.
 *
 * @param width in pixels; 1 to 65535
 * @param height in pixels; 1 to 65535
 * @param pixelWidth width of a pixel in relation to its height; 0 if the header does not tell, then
 *     the stream does
 * @param pixelHeight height of a pixel in relation to its width; 0 if the header does not tell
 */
public record PictureSize(int width, int height, int pixelWidth, int pixelHeight) {

  private static final int MAX_SIDE = 65_535;
  private static final int MAX_PIXEL = 1 << 20;

  /** Refuses what is no size. */
  public PictureSize {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException("Not a size: " + width + "x" + height);
    }
    if (pixelWidth < 0
        || pixelHeight < 0
        || pixelWidth > MAX_PIXEL
        || pixelHeight > MAX_PIXEL
        || (pixelWidth == 0) != (pixelHeight == 0)) {
      throw new IllegalArgumentException("Not an aspect: " + pixelWidth + ":" + pixelHeight);
    }
  }

  /** Whether the header tells the shape of the pixels. */
  public boolean tellsPixelAspect() {
    return pixelWidth > 0;
  }

  /** Width in square pixels, before the frame is turned. */
  int squareWidth() {
    return tellsPixelAspect()
        ? (int)
            Math.max(1, Math.min(1 << 30, Math.round((double) width * pixelWidth / pixelHeight)))
        : width;
  }
}
