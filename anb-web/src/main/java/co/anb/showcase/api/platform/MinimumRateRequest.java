package co.anb.showcase.api.platform;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** A request whose body breaks off when it arrives too slowly, as if its sender had gone silent. */
final class MinimumRateRequest extends HttpServletRequestWrapper {

  private final Pace pace;
  private final LongSupplier nanos;
  private final Runnable arrived;
  private ServletInputStream body;

  /**
   * Wraps one; its time begins now.
   *
   * @param nanos a clock
   * @param arrived runs when the whole body has arrived; may run more than once
   */
  MinimumRateRequest(HttpServletRequest request, Pace pace, LongSupplier nanos, Runnable arrived) {
    super(request);
    this.pace = pace;
    this.nanos = nanos;
    this.arrived = arrived;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new PacedStream(super.getInputStream());
    }
    return body;
  }

  private final class PacedStream extends ServletInputStream {

    private final ServletInputStream in;
    private final long start = nanos.getAsLong();
    private long bytes;

    PacedStream(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1, value < 0);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      count(Math.max(0, count), count < 0);
      return count;
    }

    private void count(int more, boolean ended) throws IOException {
      bytes += more;
      // A parser of JSON may never read beyond the last bracket.
      boolean whole = ended || bytes == getContentLengthLong();
      if (whole) {
        arrived.run();
      } else if (pace.isTooSlow(bytes, Duration.ofNanos(nanos.getAsLong() - start))) {
        throw new IOException(new TimeoutException("The body arrives too slowly"));
      }
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
