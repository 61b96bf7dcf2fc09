package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads which parts of the media are shown, from {@code elst}. */
final class EditList {

  private static final int NORMAL_SPEED = 0x10000;

  /** Longer than any clip, in seconds; keeps the arithmetic below within 64 bits. */
  private static final long LONGEST = 1_000_000;

  private final long movieScale;
  private final long mediaScale;
  private final long mediaStart;
  private final long mediaEnd;
  private double shownMillis;
  private double lastMillis;

  /**
   * Edits of one track.
   *
   * @param mediaStart when the first frame is shown, in ticks of the media
   * @param mediaEnd when the last frame ends
   */
  EditList(long movieScale, long mediaScale, long mediaStart, long mediaEnd) {
    this.movieScale = movieScale;
    this.mediaScale = mediaScale;
    this.mediaStart = mediaStart;
    this.mediaEnd = mediaEnd;
    this.shownMillis = millis(mediaEnd - mediaStart);
    this.lastMillis = millis(mediaEnd);
  }

  /** The whole media, without a list. */
  List<Edit> whole() {
    return List.of(new Edit(mediaStart, mediaEnd - mediaStart));
  }

  List<Edit> read(BoxInput input) throws IOException {
    boolean wide = input.i32() >>> 24 == 1;
    int count = input.entries(wide ? 20 : 12);
    if (count == 0) {
      return whole();
    }
    shownMillis = 0;
    lastMillis = 0;
    if (count > ClipTimeline.MAX_EDITS) {
      throw new FileRefusedException(
          FileFault.FILE_EDITS, "It is cut into more than " + ClipTimeline.MAX_EDITS + " parts.");
    }
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long length = wide ? input.u63() : input.u32();
      long start = wide ? input.i64() : input.i32();
      int speed = input.i32();
      shownMillis += movieScale == 0 ? 0 : 1000.0 * length / movieScale;
      if (start == -1) {
        continue;
      }
      if (speed != NORMAL_SPEED) {
        throw new FileRefusedException(FileFault.FILE_EDITS, "It plays a part at another speed.");
      }
      add(edits, start, length);
    }
    return edits;
  }

  /** As far as there is media. No length means to the end, as writers of fragments put it. */
  private void add(List<Edit> edits, long start, long length) {
    if (start < 0 || movieScale == 0) {
      throw BoxInput.contradictory();
    }
    long from = Math.max(start, mediaStart);
    long to = length == 0 ? mediaEnd : Math.min(mediaEnd, after(start, length));
    shownMillis += length == 0 ? millis(mediaEnd - start) : 0;
    lastMillis =
        Math.max(lastMillis, length == 0 ? millis(mediaEnd) : millis(after(start, length)));
    if (to > from) {
      edits.add(new Edit(from, to - from));
    }
  }

  /** How long the edits play as they are written, empty ones included. */
  double shownMillis() {
    return shownMillis;
  }

  /** Where in the media the edits end as they are written. */
  double lastMillis() {
    return lastMillis;
  }

  private double millis(long mediaTicks) {
    return 1000.0 * mediaTicks / mediaScale;
  }

  private long after(long start, long length) {
    if (length / movieScale > LONGEST || start > Long.MAX_VALUE / 4) {
      return Long.MAX_VALUE;
    }
    long ticks =
        length / movieScale * mediaScale
            + (length % movieScale * mediaScale + movieScale / 2) / movieScale;
    return start + ticks;
  }
}
