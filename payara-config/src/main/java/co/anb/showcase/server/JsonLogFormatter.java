package co.anb.showcase.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record as one line of JSON, with the names that the worker's lines have. A message that names a
 * clip, a task or a trace as {@code video_id=…} has it as a member, too. It is made by the JDK's
 * means alone, because the first records come before the server has any library.
 */
public final class JsonLogFormatter extends Formatter {

  private static final Pattern IDS =
      Pattern.compile("\\b(video_id|task_id|trace_id|account_id)=([0-9A-Za-z-]{1,64})");

  /** Colours and other commands for a terminal. */
  private static final Pattern ESCAPES = Pattern.compile("\u001B\\[[0-9;]*m");

  /** For the log manager, which makes it by its name. */
  public JsonLogFormatter() {}

  @Override
  public String format(LogRecord entry) {
    String message = ESCAPES.matcher(formatMessage(entry)).replaceAll("").strip();
    Map<String, String> members = new LinkedHashMap<>();
    members.put(
        "@timestamp",
        DateTimeFormatter.ISO_INSTANT.format(entry.getInstant().truncatedTo(ChronoUnit.MILLIS)));
    members.put("@version", "1");
    members.put("message", message);
    members.put("logger_name", entry.getLoggerName());
    members.put("thread_name", Thread.currentThread().getName());
    members.put("level", level(entry.getLevel()));
    Matcher ids = IDS.matcher(message);
    while (ids.find()) {
      members.putIfAbsent(ids.group(1), ids.group(2));
    }
    if (entry.getThrown() != null) {
      members.put("stack_trace", trace(entry.getThrown()));
    }
    return json(members) + "\n";
  }

  private static String level(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (value >= Level.WARNING.intValue()) {
      return "WARN";
    }
    if (value >= Level.INFO.intValue()) {
      return "INFO";
    }
    return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String json(Map<String, String> members) {
    StringBuilder line = new StringBuilder("{");
    members.forEach(
        (name, value) -> {
          if (value != null) {
            line.append(line.length() > 1 ? "," : "");
            quote(line, name);
            line.append(':');
            quote(line, value);
          }
        });
    return line.append('}').toString();
  }

  private static void quote(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          // Lone surrogates and the line separators of JavaScript would spoil a reader's line.
          if (letter < ' '
              || letter == 0x7F
              || letter == 0x2028
              || letter == 0x2029
              || isLoneSurrogate(text, i)) {
            line.append(String.format("\\u%04x", (int) letter));
          } else {
            line.append(letter);
          }
        }
      }
    }
    line.append('"');
  }

  private static boolean isLoneSurrogate(String text, int index) {
    char letter = text.charAt(index);
    if (Character.isHighSurrogate(letter)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(letter)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
