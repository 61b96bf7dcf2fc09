package co.anb.showcase.api.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param first index of its first byte
 * @param last index of its last byte
 */
record ByteRange(long first, long last) {

  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** The whole file lies outside of what was asked for. */
  static final class UnsatisfiableException extends Exception {

    private static final long serialVersionUID = 1L;
  }

  long length() {
    return last - first + 1;
  }

  /**
   * Reads the header Range. Several ranges, other units and nonsense are ignored, as RFC 9110
   * allows: the answer is then the whole file.
   *
   * @throws UnsatisfiableException if no byte of the file is in the range
   */
  static Optional<ByteRange> parse(String header, long size) throws UnsatisfiableException {
    if (header == null) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(header.replace(" ", ""));
    if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (form.group(1).isEmpty()) {
      return Optional.of(suffix(Long.parseLong(form.group(2)), size));
    }
    long first = Long.parseLong(form.group(1));
    long last = form.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(form.group(2));
    if (last < first) {
      return Optional.empty();
    }
    if (first >= size) {
      throw new UnsatisfiableException();
    }
    return Optional.of(new ByteRange(first, Math.min(last, size - 1)));
  }

  private static ByteRange suffix(long length, long size) throws UnsatisfiableException {
    if (length == 0 || size == 0) {
      throw new UnsatisfiableException();
    }
    return new ByteRange(Math.max(0, size - length), size - 1);
  }
}
