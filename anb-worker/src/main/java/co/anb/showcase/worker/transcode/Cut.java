package co.anb.showcase.worker.transcode;

/**
 * Which part of a clip its player wants to be seen; both places are in milliseconds of the edited
 * timeline.
 *
 * @param startMillis where the result begins; ≥ 0
 * @param posterMillis time of the frame that becomes the poster; -1 for the default
 */
public record Cut(long startMillis, long posterMillis) {

  /** A clip from its beginning. */
  public static final Cut NONE = new Cut(0, -1);

  /** Refuses what is no place. */
  public Cut {
    if (startMillis < 0 || posterMillis < -1) {
      throw new IllegalArgumentException("No places: " + startMillis + ", " + posterMillis);
    }
  }

  /** The output's frame of which the poster is made, counted from 0 within the clip. */
  int posterSlot() {
    long slot = (posterMillis - startMillis) * OutputForm.FRAME_RATE / 1000;
    return posterMillis >= startMillis && slot < OutputForm.CLIP_FRAMES ? (int) slot : Poster.SLOT;
  }
}
