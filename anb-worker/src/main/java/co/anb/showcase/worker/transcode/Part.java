package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.mp4.Edit;
import co.anb.showcase.domain.mp4.FailureCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the media that is shown.
 *
 * @param start first instant shown, in seconds of the media
 * @param end first instant not shown any more, in seconds of the media
 * @param shownAt when it is shown, in seconds of the result's clip
 */
record Part(double start, double end, double shownAt) {

  private static final double CLIP_SECONDS =
      (double) OutputForm.CLIP_FRAMES / OutputForm.FRAME_RATE;

  double length() {
    return end - start;
  }

  /**
   * The edits that the result shows: from a place chosen on the edited timeline, up to the
   * contest's maximum length.
   *
   * @param startMillis place on the edited timeline; ≥ 0
   * @return one part at least
   * @throws TranscodeException if nothing is left from there on
   */
  static List<Part> of(ClipTimeline timeline, long startMillis) throws TranscodeException {
    List<Part> parts = new ArrayList<>();
    double skip = startMillis / 1000.0;
    double shown = 0;
    for (Edit edit : timeline.edits()) {
      double length = (double) edit.length() / timeline.timeScale();
      double left = length - skip;
      if (left > 0 && shown < CLIP_SECONDS) {
        double start = (double) edit.start() / timeline.timeScale() + skip;
        double used = Math.min(left, CLIP_SECONDS - shown);
        parts.add(new Part(start, start + used, shown));
        shown += used;
      }
      skip = Math.max(0, -left);
    }
    if (parts.isEmpty()) {
      throw new TranscodeException(
          FailureCode.UNDECODABLE, "Nothing is left from " + startMillis + " ms on");
    }
    return List.copyOf(parts);
  }
}
