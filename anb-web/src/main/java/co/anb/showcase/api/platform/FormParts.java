package co.anb.showcase.api.platform;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * Reads a form of parts (RFC 7578) as it arrives, and keeps nothing of it. The server's own reader
 * takes the whole form before anybody sees a part, with 8 KiB of heap for each, however small: a
 * megabyte of empty parts fills a gigabyte. Here the first part too many ends the form, and so does
 * a header that is too long or more content than its reader wants.
 */
public final class FormParts {

  /** The most parts of a form. */
  public static final int MOST = 8;

  /** The longest header of a part, in bytes; long file names are in it. */
  static final int LONGEST_HEADER = 4096;

  /** So many unread bytes of a part are skipped at most. */
  static final int MOST_SKIPPED = 64 * 1024;

  private static final int LONGEST_BOUNDARY = 200;

  private FormParts() {}

  /**
   * A part while it arrives.
   *
   * @param name of the field; empty if it has none
   * @param charset what it says of its text
   * @param content is read once; a form that breaks off is refused while it is read
   */
  public record Part(String name, Optional<Charset> charset, InputStream content) {}

  /** Takes the parts in the order in which they arrive. */
  @FunctionalInterface
  public interface Taker {

    /** Takes one; what it does not read is skipped. */
    void take(Part part) throws IOException;
  }

  /**
   * Reads a form.
   *
   * @param type of the body, with its boundary
   * @throws ProblemException INVALID_REQUEST if it is no such form, breaks off, or is beyond a
   *     limit
   * @throws IOException what the taker throws
   */
  public static void read(MediaType type, InputStream body, Taker taker) throws IOException {
    var input = open(type, new Arriving(body));
    int count = 0;
    for (boolean more = refusing(input::skipPreamble); more; more = refusing(input::readBoundary)) {
      if (++count > MOST) {
        throw new ProblemException(ProblemCode.INVALID_REQUEST);
      }
      Map<String, String> headers = Headers.parse(refusing(input::readHeaders));
      var content = new Arriving(input.newInputStream());
      taker.take(
          new Part(
              Headers.parameter(headers, "content-disposition", "name").orElse(""),
              Headers.parameter(headers, "content-type", "charset").flatMap(FormParts::charset),
              content));
      skipRest(content);
    }
  }

  /** A charset by its name; empty if there is none of that name. */
  public static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name.strip()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static MultipartInput open(MediaType type, InputStream body) throws IOException {
    String boundary = type == null ? null : type.getParameters().get("boundary");
    if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    MultipartInput input =
        MultipartInput.builder()
            .setInputStream(body)
            .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
            .setMaxPartHeaderSize(LONGEST_HEADER)
            .get();
    input.setHeaderCharset(StandardCharsets.UTF_8);
    return input;
  }

  private static void skipRest(InputStream content) throws IOException {
    byte[] buffer = new byte[8192];
    int skipped = 0;
    for (int count; (count = content.read(buffer)) >= 0; ) {
      skipped += count;
      if (skipped > MOST_SKIPPED) {
        throw new ProblemException(ProblemCode.INVALID_REQUEST);
      }
    }
  }

  @FunctionalInterface
  private interface Step<T> {
    T take() throws IOException;
  }

  private static <T> T refusing(Step<T> step) {
    try {
      return step.take();
    } catch (IOException e) {
      // Malformed, or its sender is gone: in any case not our fault.
      throw (ProblemException) new ProblemException(ProblemCode.INVALID_REQUEST).initCause(e);
    }
  }

  /** Turns failures of reading into refusals, so an IOException is always the consumer's own. */
  private static final class Arriving extends FilterInputStream {

    Arriving(InputStream in) {
      super(in);
    }

    @Override
    public int read() {
      return refusing(super::read);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return refusing(() -> super.read(buffer, offset, length));
    }

    @Override
    public void close() {
      // The part's end is found by skipping, within a limit.
    }
  }

  /** The headers of a part. */
  private static final class Headers {

    private Headers() {}

    static Map<String, String> parse(String block) {
      var headers = new HashMap<String, String>();
      for (String line : block.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.putIfAbsent(
              line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
              line.substring(colon + 1).strip());
        }
      }
      return headers;
    }

    static Optional<String> parameter(Map<String, String> headers, String header, String name) {
      String value = headers.get(header);
      if (value == null) {
        return Optional.empty();
      }
      var parser = new ParameterParser();
      parser.setLowerCaseNames(true);
      return Optional.ofNullable(parser.parse(value, ';').get(name));
    }
  }
}
