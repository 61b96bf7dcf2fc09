package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.FailureCode;
import java.util.List;

/**
 * The frames of the parts that are shown, in the order in which they are shown. Each part is
 * decoded from a key frame before it; what lies before the part is dropped, but for the frame that
 * is still standing when it begins.
 */
final class EditedClip implements AutoCloseable {

  /** Edits are rounded to the ticks of two clocks, a chosen start to milliseconds. */
  private static final double TOLERANCE = 0.0015;

  /** Reading so far on costs less than looking for another way in. */
  private static final double NEAR_SECONDS = 1.0;

  /**
   * How far before a part to look for a key frame. Key frames are found by the time at which they
   * are decoded, which may be well ahead of the time at which they are shown.
   */
  private static final double[] MARGINS = {0.3, 3, 30, Double.POSITIVE_INFINITY};

  private final PictureSource source;
  private final List<Part> parts;
  private final long limit;
  private final Frame before = new Frame();
  private final Frame ahead = new Frame();

  private boolean hasBefore;
  private boolean hasAhead;
  private boolean positioned;
  private boolean started;
  private int part;
  private long decoded;
  private double end;

  /**
   * Makes it.
   *
   * @param source closed with this
   * @param samples in the track: what the header promises bounds the work
   */
  EditedClip(PictureSource source, List<Part> parts, int samples) {
    this.source = source;
    this.parts = parts;
    this.limit = 2L * samples + 1000;
  }

  /** How long the parts are together. */
  double durationSeconds() {
    Part last = parts.get(parts.size() - 1);
    return last.shownAt() + last.length();
  }

  /** When the last frame read so far ends, in seconds of the result's clip. */
  double endSeconds() {
    return end;
  }

  /**
   * Says whether what was decoded so far can be shown.
   *
   * @throws TranscodeException if too much of it is damaged
   */
  void checkDamage() throws TranscodeException {
    source.checkDamage();
  }

  /**
   * Reads the next frame.
   *
   * @param frame takes it and the time at which it is shown, in seconds of the result's clip
   * @return false at the end
   * @throws TranscodeException if the clip is at fault
   */
  boolean read(Frame frame) throws TranscodeException, DoubtfulClipException, InterruptedException {
    while (part < parts.size()) {
      Part now = parts.get(part);
      if (!positioned) {
        position(now);
        positioned = true;
      }
      boolean any = take(frame);
      if (any && frame.seconds < now.start() - TOLERANCE) {
        frame.swap(before);
        hasBefore = true;
      } else if (hasBefore && (!any || frame.seconds > now.start() + TOLERANCE)) {
        putBack(frame, any);
        frame.swap(before);
        hasBefore = false;
        frame.seconds = now.shownAt();
        return true;
      } else if (any && frame.seconds < now.end() - TOLERANCE) {
        hasBefore = false;
        frame.seconds = now.shownAt() + Math.max(0, frame.seconds - now.start());
        return true;
      } else {
        hasBefore = false;
        putBack(frame, any);
        double readTo = any ? now.end() : source.endSeconds();
        end = now.shownAt() + Math.max(0, Math.min(now.length(), readTo - now.start()));
        part++;
        positioned = false;
      }
    }
    return false;
  }

  private boolean take(Frame frame)
      throws TranscodeException, DoubtfulClipException, InterruptedException {
    if (hasAhead) {
      frame.swap(ahead);
      hasAhead = false;
      return true;
    }
    return next(frame);
  }

  private boolean next(Frame frame)
      throws TranscodeException, DoubtfulClipException, InterruptedException {
    if (++decoded > limit) {
      throw new TranscodeException(
          FailureCode.TOO_DEMANDING, "The edits ask for more than %d frames".formatted(limit));
    }
    return source.next(frame);
  }

  private void putBack(Frame frame, boolean any) {
    if (any) {
      frame.swap(ahead);
    }
    hasAhead = any;
  }

  /** Finds a place from which the part can be decoded, and reads the first frame there. */
  private void position(Part next)
      throws TranscodeException, DoubtfulClipException, InterruptedException {
    boolean first = !started;
    started = true;
    if (first && next.start() < NEAR_SECONDS) {
      return;
    }
    if (hasAhead
        && ahead.seconds <= next.start() + TOLERANCE
        && ahead.seconds > next.start() - NEAR_SECONDS) {
      return;
    }
    for (double margin : MARGINS) {
      double target = Math.max(0, next.start() - margin);
      hasAhead = source.seek(target) && next(ahead);
      if (hasAhead && (ahead.seconds <= next.start() + TOLERANCE || target == 0)) {
        return;
      }
    }
  }

  @Override
  public void close() {
    before.delete();
    ahead.delete();
    source.close();
  }
}
