package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Reads numbers from one stretch of a file, through a small window: however large a box claims to
 * be, no more than the window is held in memory.
 */
final class BoxInput {

  private static final int WINDOW = 8192;

  private final FileChannel channel;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;
  private long position;
  private long end;

  BoxInput(FileChannel channel) {
    this.channel = channel;
  }

  /** Reads on at a place, and no further than to an end. */
  BoxInput range(long from, long to) {
    position = from;
    end = to;
    return this;
  }

  BoxInput body(Box box) {
    return range(box.body(), box.end());
  }

  long remaining() {
    return end - position;
  }

  void skip(long bytes) {
    if (bytes > remaining()) {
      throw damaged();
    }
    position += bytes;
  }

  int u8() throws IOException {
    return next(1).get() & 0xFF;
  }

  int u16() throws IOException {
    return next(2).getShort() & 0xFFFF;
  }

  int i32() throws IOException {
    return next(4).getInt();
  }

  long u32() throws IOException {
    return Integer.toUnsignedLong(i32());
  }

  /** Of 64 bits, of which nobody needs the first. */
  long u63() throws IOException {
    long value = i64();
    if (value < 0) {
      throw damaged();
    }
    return value;
  }

  long i64() throws IOException {
    return next(8).getLong();
  }

  String fourLetters() throws IOException {
    ByteBuffer bytes = next(4);
    char[] letters = new char[4];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (char) (bytes.get() & 0xFF);
    }
    return new String(letters);
  }

  /** How many entries a table has: a number of 32 bits, if so many fit. */
  int entries(int bytesEach) throws IOException {
    long count = u32();
    if (count > remaining() / bytesEach) {
      throw damaged();
    }
    return (int) count;
  }

  private ByteBuffer next(int bytes) throws IOException {
    if (bytes > remaining()) {
      throw damaged();
    }
    if (position < windowStart || position + bytes > windowStart + window.limit()) {
      fill(bytes);
    }
    window.position((int) (position - windowStart));
    position += bytes;
    return window;
  }

  private void fill(int bytes) throws IOException {
    window.clear().limit((int) Math.min(WINDOW, remaining()));
    windowStart = position;
    while (window.hasRemaining()) {
      if (channel.read(window, position + window.position()) < 0) {
        break;
      }
    }
    window.flip();
    if (window.limit() < bytes) {
      throw damaged();
    }
  }

  static FileRefusedException damaged() {
    return new FileRefusedException(FileFault.FILE_DAMAGED, "Its header is damaged or incomplete.");
  }

  static FileRefusedException contradictory() {
    return new FileRefusedException(
        FileFault.FILE_CONTRADICTORY, "Its header and its tables of frames disagree.");
  }
}
