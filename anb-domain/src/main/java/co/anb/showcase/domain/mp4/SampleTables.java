package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The tables below {@code stbl}: they have to agree with one another and with the file. */
final class SampleTables implements SampleRuns {

  /** A writer that stopped in haste may have lost so many entries of one table. */
  private static final int SLACK = 2;

  /** Frames that may be decoded before the one that is shown first. */
  private static final int REORDERED = 64;

  private final BoxTree tree;
  private final TrackHeader track;

  SampleTables(BoxTree tree, TrackHeader track) {
    this.tree = tree;
    this.track = track;
  }

  /** Number of frames, by the table of their sizes. */
  int count() throws IOException {
    SampleSizes sizes = sizes();
    return sizes == null ? 0 : sizes.count();
  }

  private SampleSizes sizes() throws IOException {
    Box plain = track.table("stsz");
    Box compact = track.table("stz2");
    if (plain != null && compact != null) {
      throw BoxInput.contradictory();
    }
    if (plain == null && compact == null) {
      return null;
    }
    return SampleSizes.open(tree.input(), plain == null ? compact : plain);
  }

  @Override
  public void forEach(Visitor visitor) throws IOException {
    Box stts = track.table("stts");
    if (stts == null) {
      return;
    }
    BoxInput input = tree.input().body(stts);
    input.skip(4);
    int entries = input.entries(8);
    long time = 0;
    long samples = 0;
    for (int i = 0; i < entries; i++) {
      long count = input.u32();
      long delta = input.u32();
      samples += count;
      SampleRuns.requireCount(samples);
      // Some writers mend a clock that ran ahead by a negative number, here read as a huge one.
      visitor.run(time, (int) count, delta > Integer.MAX_VALUE ? 0 : delta);
      time += delta > Integer.MAX_VALUE ? 0 : count * delta;
    }
  }

  /** By how much the first frame that is shown is late against decoding, in ticks. */
  long shift() throws IOException {
    Box ctts = track.table("ctts");
    if (ctts == null) {
      return 0;
    }
    BoxInput input = tree.input().body(ctts);
    input.skip(4);
    Earliest earliest = new Earliest();
    int entries = input.entries(8);
    long[] times = firstTimes();
    int sample = 0;
    for (int i = 0; i < entries && sample < times.length; i++) {
      long count = input.u32();
      int offset = input.i32();
      for (long k = 0; k < count && sample < times.length; k++) {
        earliest.offer(times[sample++] + offset);
      }
    }
    return earliest.value();
  }

  private long[] firstTimes() throws IOException {
    long[] times = new long[Math.min(REORDERED, count())];
    int[] filled = {0};
    forEach(
        (time, count, delta) -> {
          for (int k = 0; k < count && filled[0] < times.length; k++) {
            times[filled[0]++] = time + k * delta;
          }
        });
    return times;
  }

  /**
   * Sees whether the tables agree and all frames lie within the file.
   *
   * @return the sample descriptions that are used, from 1
   */
  Set<Integer> check() throws IOException {
    SampleSizes sizes = sizes();
    Box stsc = track.table("stsc");
    Box stco = track.table("stco");
    Box co64 = track.table("co64");
    if (sizes == null || stsc == null || (stco == null) == (co64 == null)) {
      throw BoxInput.damaged();
    }
    long[] timed = {0};
    forEach((time, count, delta) -> timed[0] += count);
    if (Math.abs(timed[0] - sizes.count()) > SLACK) {
      throw BoxInput.contradictory();
    }
    return walkChunks(
        sizes,
        tree.input().body(stsc),
        tree.input().body(stco == null ? co64 : stco),
        stco == null ? 8 : 4);
  }

  private Set<Integer> walkChunks(SampleSizes sizes, BoxInput groups, BoxInput offsets, int bytes)
      throws IOException {
    groups.skip(4);
    offsets.skip(4);
    int left = groups.entries(12);
    int chunks = offsets.entries(bytes);
    SampleRuns.requireCount(chunks);
    long fileSize = tree.fileSize();
    Set<Integer> used = new HashSet<>();
    long next = left > 0 ? groups.u32() : Long.MAX_VALUE;
    if (chunks > 0 && next != 1) {
      throw BoxInput.contradictory();
    }
    long perChunk = 0;
    long samples = 0;
    for (int chunk = 1; chunk <= chunks; chunk++) {
      if (chunk == next) {
        perChunk = groups.u32();
        used.add((int) Math.min(groups.u32(), Integer.MAX_VALUE));
        left--;
        next = left > 0 ? groups.u32() : Long.MAX_VALUE;
        if (next <= chunk) {
          throw BoxInput.contradictory();
        }
      }
      samples += perChunk;
      if (samples > sizes.count() + (long) SLACK) {
        throw BoxInput.contradictory();
      }
      long start = bytes == 4 ? offsets.u32() : offsets.u63();
      if (start > fileSize || sizes.next(perChunk) > fileSize - start) {
        throw BoxInput.contradictory();
      }
    }
    if (samples < sizes.count() - (long) SLACK) {
      throw BoxInput.contradictory();
    }
    return used;
  }
}
