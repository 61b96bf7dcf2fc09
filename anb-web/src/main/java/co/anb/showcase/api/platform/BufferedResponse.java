package co.anb.showcase.api.platform;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that is held back until it is whole, so that it can be described by its content. One
 * that is larger than any page of a list goes on as it comes, without a description.
 */
final class BufferedResponse extends HttpServletResponseWrapper {

  /** Smaller ones do not get smaller. */
  private static final int LEAST_PACKED_BYTES = 1024;

  private static final int MOST_BYTES = 1 << 20;

  private final Held body = new Held();
  private PrintWriter writer;
  private byte[] packed;
  private boolean passed;

  BufferedResponse(HttpServletResponse response) {
    super(response);
  }

  /** Whether it is a full answer about whose keeping nobody has said anything yet. */
  boolean maySay() {
    return !passed && getStatus() == SC_OK && !containsHeader("Cache-Control");
  }

  /** A weak tag of the content, for it may be packed on its way. */
  String tag() {
    CRC32C sum = new CRC32C();
    byte[] bytes = body.bytes.toByteArray();
    sum.update(bytes);
    return "W/\"%08x%x\"".formatted(sum.getValue(), bytes.length);
  }

  /** Packs the content with gzip if that makes it smaller. */
  void pack() {
    addHeader("Vary", "Accept-Encoding");
    if (body.bytes.size() < LEAST_PACKED_BYTES) {
      return;
    }
    var target = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(target)) {
      body.bytes.writeTo(gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    packed = target.toByteArray();
    setHeader("Content-Encoding", "gzip");
  }

  /** Says that the reader has the content already. */
  void leaveOut() {
    setStatus(SC_NOT_MODIFIED);
    body.bytes.reset();
  }

  /**
   * Sends it.
   *
   * @param head whether the headers are all that is wanted
   */
  void send(boolean head) throws IOException {
    if (passed) {
      return;
    }
    if (writer != null) {
      writer.flush();
    }
    byte[] content = packed == null ? body.bytes.toByteArray() : packed;
    if (getStatus() != SC_NOT_MODIFIED) {
      getResponse().setContentLength(content.length);
    }
    if (!head) {
      getResponse().getOutputStream().write(content);
    }
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return body;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    }
    return writer;
  }

  @Override
  public void setContentLength(int length) {
    // It is known at the end.
  }

  @Override
  public void setContentLengthLong(long length) {
    // It is known at the end.
  }

  @Override
  public void flushBuffer() {
    // Nothing goes out before the end.
  }

  @Override
  public void reset() {
    super.reset();
    body.bytes.reset();
  }

  @Override
  public void resetBuffer() {
    body.bytes.reset();
  }

  /** The container answers by itself, so this holds nothing back. */
  @Override
  public void sendError(int status) throws IOException {
    passed = true;
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    passed = true;
    super.sendError(status, message);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    passed = true;
    super.sendRedirect(location);
  }

  private final class Held extends ServletOutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

    @Override
    public void write(int each) throws IOException {
      write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      if (passed) {
        getResponse().getOutputStream().write(from, offset, length);
        return;
      }
      bytes.write(from, offset, length);
      if (bytes.size() > MOST_BYTES) {
        passed = true;
        bytes.writeTo(getResponse().getOutputStream());
        bytes.reset();
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("Answers that are held back are written at once");
    }
  }
}
