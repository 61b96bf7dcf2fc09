package co.anb.showcase.service.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Ends early for a reader that takes too long; a native decoder cannot be stopped otherwise. */
final class DeadlineStream extends InputStream {

  private final ByteArrayInputStream content;
  private final long start = System.nanoTime();
  private final long mostNanos;

  DeadlineStream(byte[] content, Duration most) {
    this.content = new ByteArrayInputStream(content);
    this.mostNanos = most.toNanos();
  }

  @Override
  public int read() throws IOException {
    check();
    return content.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    check();
    return content.read(buffer, offset, length);
  }

  private void check() throws IOException {
    if (System.nanoTime() - start > mostNanos) {
      throw new IOException("It takes too long to read");
    }
  }
}
