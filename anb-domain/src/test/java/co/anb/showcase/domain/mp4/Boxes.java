package co.anb.showcase.domain.mp4;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds boxes by hand. */
final class Boxes {

  private Boxes() {}

  static byte[] box(String type, byte[]... parts) {
    byte[] body = join(parts);
    return join(ints(8 + body.length), type.getBytes(StandardCharsets.ISO_8859_1), body);
  }

  /** A box whose size is written with 64 bits. */
  static byte[] wideBox(String type, byte[]... parts) {
    byte[] body = join(parts);
    return join(
        ints(1), type.getBytes(StandardCharsets.ISO_8859_1), longs(16L + body.length), body);
  }

  static byte[] ints(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  static byte[] longs(long... values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length);
    for (long value : values) {
      buffer.putLong(value);
    }
    return buffer.array();
  }

  static byte[] shorts(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return buffer.array();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] ftyp(String major, String... compatible) {
    return box("ftyp", text(major), ints(512), text(String.join("", compatible)));
  }
}
