package co.anb.showcase.worker.transcode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The boxes in front of the frames of an MP4 file with one H.264 track (ISO/IEC 14496-12 and -15).
 */
final class Mp4Index {

  /** Length of the header of the box with the frames, which follows. */
  static final int MEDIA_HEADER_BYTES = 8;

  /** All boxes but the tables; generous, as parameter sets have some ten bytes. */
  private static final int FIXED_BYTES = 2048;

  /** Of size, difference of times (two numbers), key frame and chunk. */
  private static final int TABLE_BYTES_PER_FRAME = 5 * Integer.BYTES;

  private static final int TICKS_PER_FRAME = 512;
  private static final int TIME_SCALE = OutputForm.FRAME_RATE * TICKS_PER_FRAME;
  private static final int MILLIS = 1000;
  private static final int FIXED_ONE = 0x10000;
  private static final int[] UPRIGHT = {FIXED_ONE, 0, 0, 0, FIXED_ONE, 0, 0, 0, 0x40000000};
  private static final short UNDETERMINED_LANGUAGE = 0x55C4;
  private static final short NO_COLOR_TABLE = -1;
  private static final int TRACK_ENABLED_IN_PRESENTATION = 3;
  private static final short BT709 = 1;

  private final ParameterSets sets;
  private final int[] sizes;
  private final int[] shown;
  private final boolean[] keys;
  private final long mediaStart;
  private ByteBuffer out;

  /**
   * Describes a file. The arrays are in the order of decoding.
   *
   * @param sizes bytes of each frame
   * @param shown which place each frame has when they are shown, counted from 0
   * @param keys whether a player can begin there
   * @param mediaStart where in the file the first frame begins
   */
  Mp4Index(ParameterSets sets, int[] sizes, int[] shown, boolean[] keys, long mediaStart) {
    this.sets = sets;
    this.sizes = sizes;
    this.shown = shown;
    this.keys = keys;
    this.mediaStart = mediaStart;
  }

  /** No index of so many frames is longer. */
  static int maxBytes(int frames) {
    return FIXED_BYTES + frames * TABLE_BYTES_PER_FRAME;
  }

  /**
   * The boxes, filled up to a length, and the header of the box with the frames.
   *
   * @param length where the latter begins, at least {@link #maxBytes}
   */
  ByteBuffer bytes(int length) {
    out = ByteBuffer.allocate(length + MEDIA_HEADER_BYTES);
    box("ftyp", () -> text("isom").ints(0x200).text("isomiso2avc1mp41"));
    box("moov", this::movie);
    int free = length - out.position();
    ints(free).text("free");
    out.position(length);
    long media = MEDIA_HEADER_BYTES + Arrays.stream(sizes).asLongStream().sum();
    ints(Math.toIntExact(media)).text("mdat");
    return out.flip();
  }

  private void movie() {
    int millis = sizes.length * MILLIS / OutputForm.FRAME_RATE;
    fullBox(
        "mvhd",
        0,
        () -> {
          ints(0, 0, MILLIS, millis, FIXED_ONE);
          shorts(0x100, 0).ints(0, 0).ints(UPRIGHT).ints(0, 0, 0, 0, 0, 0);
          int nextTrack = 2;
          ints(nextTrack);
        });
    box(
        "trak",
        () -> {
          fullBox(
              "tkhd",
              TRACK_ENABLED_IN_PRESENTATION,
              () -> {
                ints(0, 0, 1, 0, millis, 0, 0).shorts(0, 0, 0, 0).ints(UPRIGHT);
                ints(OutputForm.WIDTH * FIXED_ONE, OutputForm.HEIGHT * FIXED_ONE);
              });
          // Frames are decoded ahead of their time; the edit makes the first one begin at 0.
          box(
              "edts",
              () ->
                  fullBox(
                      "elst", 0, () -> ints(1, millis, reordering() * TICKS_PER_FRAME, FIXED_ONE)));
          box("mdia", this::media);
        });
  }

  private void media() {
    fullBox(
        "mdhd",
        0,
        () ->
            ints(0, 0, TIME_SCALE, sizes.length * TICKS_PER_FRAME)
                .shorts(UNDETERMINED_LANGUAGE, 0));
    fullBox("hdlr", 0, () -> ints(0).text("vide").ints(0, 0, 0).text("VideoHandler\0"));
    box(
        "minf",
        () -> {
          fullBox("vmhd", 1, () -> shorts(0, 0, 0, 0));
          int inThisFile = 1;
          box(
              "dinf",
              () ->
                  fullBox(
                      "dref",
                      0,
                      () -> {
                        ints(1);
                        fullBox("url ", inThisFile, () -> {});
                      }));
          box("stbl", this::tables);
        });
  }

  private void tables() {
    fullBox(
        "stsd",
        0,
        () -> {
          ints(1);
          box("avc1", this::description);
        });
    fullBox("stts", 0, () -> ints(1, sizes.length, TICKS_PER_FRAME));
    fullBox("ctts", 0, this::timeDifferences);
    fullBox(
        "stss",
        0,
        () ->
            counted(
                list -> {
                  for (int i = 0; i < keys.length; i++) {
                    if (keys[i]) {
                      list.ints(i + 1);
                    }
                  }
                },
                Integer.BYTES));
    // A chunk for each second; only the last may be shorter.
    int full = sizes.length / OutputForm.FRAME_RATE;
    int rest = sizes.length % OutputForm.FRAME_RATE;
    fullBox(
        "stsc",
        0,
        () ->
            counted(
                list -> {
                  if (full > 0) {
                    list.ints(1, OutputForm.FRAME_RATE, 1);
                  }
                  if (rest > 0) {
                    list.ints(full + 1, rest, 1);
                  }
                },
                3 * Integer.BYTES));
    fullBox("stsz", 0, () -> ints(0, sizes.length).ints(sizes));
    fullBox(
        "stco",
        0,
        () ->
            counted(
                list -> {
                  long offset = mediaStart;
                  for (int i = 0; i < sizes.length; i++) {
                    if (i % OutputForm.FRAME_RATE == 0) {
                      list.ints(Math.toIntExact(offset));
                    }
                    offset += sizes[i];
                  }
                },
                Integer.BYTES));
  }

  private void description() {
    ints(0).shorts(0, 1).ints(0, 0, 0, 0);
    shorts(OutputForm.WIDTH, OutputForm.HEIGHT);
    int dotsPerInch = 72 * FIXED_ONE;
    ints(dotsPerInch, dotsPerInch, 0).shorts(1);
    // The name of the compressor: none.
    ints(0, 0, 0, 0, 0, 0, 0, 0);
    int depth = 24;
    shorts(depth, NO_COLOR_TABLE);
    box("avcC", this::decoderConfiguration);
    box("colr", () -> text("nclx").shorts(BT709, BT709, BT709).octets(0));
    box("pasp", () -> ints(1, 1));
  }

  private void decoderConfiguration() {
    ByteBuffer sequence = sets.sequence().duplicate();
    int version = 1;
    octets(version, sequence.get(1), sequence.get(2), sequence.get(3));
    int lengthOfFourBytes = 0xFF;
    int oneSequence = 0xE1;
    octets(lengthOfFourBytes, oneSequence).shorts(sequence.remaining());
    out.put(sequence);
    ByteBuffer picture = sets.picture().duplicate();
    octets(1).shorts(picture.remaining());
    out.put(picture);
    int chroma420 = 0xFD;
    int eightBits = 0xF8;
    octets(chroma420, eightBits, eightBits, 0);
  }

  /** By how many frames a frame is decoded ahead of its time at most. */
  private int reordering() {
    int most = 0;
    for (int i = 0; i < shown.length; i++) {
      most = Math.max(most, i - shown[i]);
    }
    return most;
  }

  private void timeDifferences() {
    int reordering = reordering();
    counted(
        list -> {
          int run = 0;
          for (int i = 0; i < shown.length; i++) {
            int difference = shown[i] - i + reordering;
            run++;
            boolean last = i + 1 == shown.length;
            if (last || shown[i + 1] - (i + 1) + reordering != difference) {
              list.ints(run, difference * TICKS_PER_FRAME);
              run = 0;
            }
          }
        },
        2 * Integer.BYTES);
  }

  /** Entries behind their number. */
  private void counted(Consumer<Mp4Index> entries, int entryBytes) {
    int start = out.position();
    ints(0);
    entries.accept(this);
    out.putInt(start, (out.position() - start - Integer.BYTES) / entryBytes);
  }

  private void fullBox(String type, int flags, Runnable content) {
    box(
        type,
        () -> {
          ints(flags);
          content.run();
        });
  }

  private void box(String type, Runnable content) {
    int start = out.position();
    ints(0).text(type);
    content.run();
    out.putInt(start, out.position() - start);
  }

  private Mp4Index ints(int... values) {
    for (int value : values) {
      out.putInt(value);
    }
    return this;
  }

  private Mp4Index shorts(int... values) {
    for (int value : values) {
      out.putShort((short) value);
    }
    return this;
  }

  private Mp4Index octets(int... values) {
    for (int value : values) {
      out.put((byte) value);
    }
    return this;
  }

  private Mp4Index text(String value) {
    out.put(value.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }
}
