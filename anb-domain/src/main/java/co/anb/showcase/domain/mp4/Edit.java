package co.anb.showcase.domain.mp4;

/**
 * A part of the media that is shown.
 *
 * @param start presentation time of the first instant shown, in ticks of the media; ≥ 0
 * @param length in ticks of the media; > 0
 */
public record Edit(long start, long length) {

  /** Refuses what is no part. */
  public Edit {
    if (start < 0 || length <= 0 || start > Long.MAX_VALUE - length) {
      throw new IllegalArgumentException("Not an edit: " + start + " + " + length);
    }
  }

  /** The first instant that is not shown any more, in ticks of the media. */
  public long end() {
    return start + length;
  }
}
