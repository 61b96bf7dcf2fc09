package co.anb.showcase.domain.mp4;

import java.util.Arrays;

/** Runs of frames in memory; those that continue one another are one. */
final class RunList implements SampleRuns {

  private static final int FIELDS = 3;

  private long[] runs = new long[FIELDS * 16];
  private int used;
  private int samples;

  /** Adds frames. */
  void add(long time, int count, long delta) {
    if (count == 0) {
      return;
    }
    samples += count;
    SampleRuns.requireCount(samples);
    int last = used - FIELDS;
    if (last >= 0 && runs[last + 2] == delta && runs[last] + runs[last + 1] * delta == time) {
      runs[last + 1] += count;
      return;
    }
    if (used == runs.length) {
      runs = Arrays.copyOf(runs, 2 * used);
    }
    runs[used] = time;
    runs[used + 1] = count;
    runs[used + 2] = delta;
    used += FIELDS;
  }

  int samples() {
    return samples;
  }

  @Override
  public void forEach(Visitor visitor) {
    for (int i = 0; i < used; i += FIELDS) {
      visitor.run(runs[i], (int) runs[i + 1], runs[i + 2]);
    }
  }
}
