package co.anb.showcase.worker.transcode;

import static java.util.stream.Collectors.joining;

import co.anb.showcase.domain.mp4.FailureCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line that the child process tells its parent.
 *
 * @param kind what is told
 * @param text the encoder in use; a percent; a duration in milliseconds and the seconds of each
 *     stage; or a failure's code and what went wrong
 */
public record ChildReport(Kind kind, String text) {

  private static final String PREFIX = "anb:";

  /** What a line can tell. */
  public enum Kind {
    /** The child waits for its first job. */
    READY,
    /** So many percent of the job are done. */
    PROGRESS,
    /** All is written. */
    DONE,
    /** It did not work. */
    FAILED
  }

  static ChildReport ready(String encoder) {
    return new ChildReport(Kind.READY, encoder);
  }

  static ChildReport progress(int percent) {
    return new ChildReport(Kind.PROGRESS, Integer.toString(percent));
  }

  static ChildReport done(int durationMillis, Map<String, Double> stageSeconds) {
    String stages =
        stageSeconds.entrySet().stream()
            .map(stage -> String.format(Locale.ROOT, " %s=%.3f", stage.getKey(), stage.getValue()))
            .collect(joining());
    return new ChildReport(Kind.DONE, durationMillis + stages);
  }

  static ChildReport failed(FailureCode code, String detail) {
    String line = String.valueOf(detail).replaceAll("\\s+", " ").strip();
    return new ChildReport(Kind.FAILED, code.code() + " " + line);
  }

  /** The report as a line, without its end. */
  String line() {
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

  /** The percent or the duration in milliseconds; -1 if the report holds none. */
  public int number() {
    try {
      return Integer.parseInt(firstWord());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Busy seconds of each stage of a job that is done, in the order of the stages. */
  public Map<String, Double> stageSeconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (String word : afterFirstWord().split(" ", -1)) {
      int sign = word.indexOf('=');
      if (kind == Kind.DONE && sign > 0) {
        seconds.put(word.substring(0, sign), decimal(word.substring(sign + 1)));
      }
    }
    return seconds;
  }

  private static double decimal(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Why no further attempt would help; empty if one might. */
  public Optional<FailureCode> permanentFailure() {
    return Arrays.stream(FailureCode.values())
        .filter(code -> kind == Kind.FAILED && code.code().equals(firstWord()))
        .filter(code -> code != FailureCode.PROCESSING_FAILED)
        .findFirst();
  }

  /** What went wrong, in words for operators. */
  public String detail() {
    return afterFirstWord();
  }

  private String firstWord() {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  private String afterFirstWord() {
    int space = text.indexOf(' ');
    return space < 0 ? "" : text.substring(space + 1);
  }
}
