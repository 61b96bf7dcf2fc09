package co.anb.showcase.domain.video;

/**
 * Which part of a clip its owner wants to be shown.
 *
 * @param startMillis where it begins, in milliseconds of what the upload plays; ≥ 0
 * @param posterMillis the moment that is the poster, on the same scale; null for where it begins
 */
public record ShownPart(int startMillis, Integer posterMillis) {

  /** Most that is shown, in milliseconds. */
  public static final int MAX_MILLIS = 30_000;

  /** Least that is shown, in milliseconds. */
  public static final int MIN_MILLIS = 20_000;

  /** From the beginning. */
  public static final ShownPart FIRST = new ShownPart(0, null);
}
