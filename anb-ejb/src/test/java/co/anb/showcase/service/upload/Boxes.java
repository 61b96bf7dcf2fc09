package co.anb.showcase.service.upload;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds MP4 boxes by hand. */
final class Boxes {

  private Boxes() {}

  static byte[] box(String type, byte[]... parts) {
    byte[] body = join(parts);
    return join(ints(8 + body.length), type.getBytes(StandardCharsets.US_ASCII), body);
  }

  /** A box whose size is written with 64 bits. */
  static byte[] wideBox(String type, byte[]... parts) {
    byte[] body = join(parts);
    return join(
        ints(1),
        type.getBytes(StandardCharsets.US_ASCII),
        ByteBuffer.allocate(8).putLong(16L + body.length).array(),
        body);
  }

  static byte[] ints(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] ftyp(String major, String... compatible) {
    byte[][] brands = new byte[compatible.length][];
    for (int i = 0; i < brands.length; i++) {
      brands[i] = compatible[i].getBytes(StandardCharsets.US_ASCII);
    }
    return box("ftyp", major.getBytes(StandardCharsets.US_ASCII), ints(512), join(brands));
  }

  static byte[] mvhd(int scale, int duration) {
    return box("mvhd", ints(0, 0, 0, scale, duration), new byte[80]);
  }

  /** A track whose sample entry says nothing about the size, so that the track header counts. */
  static byte[] track(
      String handler, int scale, int duration, int width, int height, boolean turned) {
    int one = 0x10000;
    int[] matrix =
        turned
            ? new int[] {0, one, 0, -one, 0, 0, 0, 0, 0x40000000}
            : new int[] {one, 0, 0, 0, one, 0, 0, 0, 0x40000000};
    byte[] header =
        box(
            "tkhd",
            ints(7, 0, 0, 1, 0, duration),
            new byte[16],
            ints(matrix),
            ints(width << 16, height << 16));
    byte[] media =
        box(
            "mdia",
            box("mdhd", ints(0, 0, 0, scale, duration, 0)),
            box("hdlr", ints(0, 0), handler.getBytes(StandardCharsets.US_ASCII), new byte[13]),
            box("minf", box("stbl", box("stsd", ints(0, 0)))));
    return box("trak", header, media);
  }
}
