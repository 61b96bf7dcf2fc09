package co.anb.showcase.domain.mp4;

import java.io.IOException;

/** Reads the sizes of frames one after the other, from {@code stsz} or {@code stz2}. */
final class SampleSizes {

  private final BoxInput input;
  private final int count;
  private final long fixed;
  private final int bits;
  private int read;

  private SampleSizes(BoxInput input, int count, long fixed, int bits) {
    this.input = input;
    this.count = count;
    this.fixed = fixed;
    this.bits = bits;
  }

  static SampleSizes open(BoxInput input, Box box) throws IOException {
    input.body(box);
    input.skip(4);
    long first = input.u32();
    long count = input.u32();
    SampleRuns.requireCount(count);
    boolean compact = box.type().equals("stz2");
    int bits = compact ? (int) (first & 0xFF) : 32;
    if (compact && bits != 4 && bits != 8 && bits != 16) {
      throw BoxInput.damaged();
    }
    long fixed = compact ? 0 : first;
    if (fixed == 0 && (count * bits + 7) / 8 > input.remaining()) {
      throw BoxInput.damaged();
    }
    return new SampleSizes(input, (int) count, fixed, bits);
  }

  int count() {
    return count;
  }

  /** Bytes of the next frames together; those behind the last have none. */
  long next(long samples) throws IOException {
    int upTo = (int) Math.min(count, read + samples);
    if (fixed > 0) {
      long bytes = (upTo - read) * fixed;
      read = upTo;
      return bytes;
    }
    long bytes = 0;
    while (read < upTo) {
      bytes += one();
    }
    return bytes;
  }

  private long one() throws IOException {
    read++;
    return switch (bits) {
      case 32 -> input.u32();
      case 16 -> input.u16();
      case 8 -> input.u8();
      // Two in a byte: the sum over a clip is what counts, and each is at most 15.
      default -> read % 2 == 1 ? halves(input.u8()) : 0;
    };
  }

  private static int halves(int both) {
    return Math.addExact(both >> 4, both & 15);
  }
}
