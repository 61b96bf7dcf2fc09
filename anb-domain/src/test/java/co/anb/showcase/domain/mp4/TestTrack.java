package co.anb.showcase.domain.mp4;

import static co.anb.showcase.domain.mp4.Boxes.box;
import static co.anb.showcase.domain.mp4.Boxes.ints;
import static co.anb.showcase.domain.mp4.Boxes.join;
import static co.anb.showcase.domain.mp4.Boxes.shorts;
import static co.anb.showcase.domain.mp4.Boxes.text;

/**
 * A track in the making: 30 s at 10 frames a second of 1920x1080 in H.264, unless told otherwise.
 * Its frames are one byte each and lie at the beginning of a box {@code mdat} that follows 16 bytes
 * of {@code ftyp}.
 */
final class TestTrack {

  static final int ONE = 0x10000;

  int id = 1;
  int flags = 7;
  String handler = "vide";
  int scale = 1000;
  int mediaDuration = 30_000;
  int shownDuration = 30_000;
  int[] matrix = {ONE, 0, 0, 0, ONE, 0, 0, 0, 0x40000000};
  int shownWidth = 1920 * ONE;
  int shownHeight = 1080 * ONE;
  byte[] edits = {};
  byte[] reference = {};
  int dataFlags = 1;
  byte[] entries = entry("avc1", 1920, 1080);
  int entryCount = 1;
  int samples = 300;
  int[] times = {1, 300, 100};
  int[] offsets = {};
  int[] chunks = {1, 1, 300, 1};
  int[] chunkOffsets = {1, 24};
  byte[] more = {};

  static byte[] entry(String format, int width, int height, byte[]... extensions) {
    return box(
        format,
        new byte[6],
        shorts(1),
        new byte[16],
        shorts(width, height),
        new byte[50],
        join(extensions));
  }

  /** Edits of version 0; each has its length, its start and its speed. */
  static byte[] elst(int... values) {
    return box("edts", box("elst", ints(0, values.length / 3), ints(values)));
  }

  byte[] build() {
    byte[] table =
        samples == 0
            ? join(
                box("stts", ints(0, 0)),
                box("stsc", ints(0, 0)),
                box("stsz", ints(0, 0, 0)),
                box("stco", ints(0, 0)))
            : join(
                box("stts", ints(0), ints(times)),
                offsets.length == 0 ? new byte[0] : box("ctts", ints(0), ints(offsets)),
                box("stsc", ints(0), ints(chunks)),
                box("stsz", ints(0, 1, samples)),
                box("stco", ints(0), ints(chunkOffsets)));
    return box(
        "trak",
        box(
            "tkhd",
            ints(flags, 0, 0, id, 0, shownDuration),
            new byte[16],
            ints(matrix),
            ints(shownWidth, shownHeight)),
        edits,
        reference,
        box(
            "mdia",
            box("mdhd", ints(0, 0, 0, scale, mediaDuration, 0)),
            box("hdlr", ints(0, 0), text(handler), new byte[13]),
            box(
                "minf",
                box("dinf", box("dref", ints(0, 1), box("url ", ints(dataFlags)))),
                box("stbl", box("stsd", ints(0, entryCount), entries), table, more))));
  }
}
