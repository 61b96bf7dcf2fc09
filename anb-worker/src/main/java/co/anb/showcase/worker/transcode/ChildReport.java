package co.anb.showcase.worker.transcode;

import java.util.Optional;

/**
 * A line that the child process tells its parent.
 *
 * @param kind what is told
 * @param text a percent, a duration in milliseconds, or what went wrong
 */
public record ChildReport(Kind kind, String text) {

  private static final String PREFIX = "anb:";

  /** What a line can tell. */
  public enum Kind {
    /** So many percent are done. */
    PROGRESS,
    /** All is written; the output is so long. */
    DONE,
    /** It did not work. */
    FAILED
  }

  static String progress(int percent) {
    return line(Kind.PROGRESS, Integer.toString(percent));
  }

  static String done(int durationMillis) {
    return line(Kind.DONE, Integer.toString(durationMillis));
  }

  static String failed(String detail) {
    return line(Kind.FAILED, String.valueOf(detail).lines().findFirst().orElse(""));
  }

  private static String line(Kind kind, String text) {
    return PREFIX + kind + " " + text;
  }

  /** Reads a line; empty for noise, as native code may write what it likes. */
  public static Optional<ChildReport> parse(String line) {
    for (Kind kind : Kind.values()) {
      String start = PREFIX + kind + " ";
      if (line.startsWith(start)) {
        return Optional.of(new ChildReport(kind, line.substring(start.length())));
      }
    }
    return Optional.empty();
  }

  /** The text as a number; -1 if it is none. */
  public int number() {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
