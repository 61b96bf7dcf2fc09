package co.anb.showcase.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.server.Settings.SettingException;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLogFormatterTest {

  private static final String CLIP = "0196b1d2-0000-7000-8000-000000000001";

  @Test
  void aRecordIsOneLineWithTheWorkersNames() {
    LogRecord record = entry("Task queued video_id={0} task_id={0}");
    record.setParameters(new Object[] {CLIP});

    assertThat(format(record))
        .isEqualTo(
            "{\"@timestamp\":\"2026-05-01T12:00:00.123Z\",\"@version\":\"1\","
                + "\"message\":\"Task queued video_id=%1$s task_id=%1$s\",\"logger_name\":\"a.Logger\","
                    .formatted(CLIP)
                + "\"thread_name\":\"%s\",\"level\":\"INFO\",\"video_id\":\"%2$s\",\"task_id\":\"%2$s\"}\n"
                    .formatted(Thread.currentThread().getName(), CLIP));
  }

  @Test
  void nothingInAMessageBeginsAnotherLineOrMember() {
    String line = format(entry("a\"b\\c\nd\r\te\u0000f\u2028g\uD83Dh\u001B[31mred\u001B[0m"));

    assertThat(line.strip())
        .doesNotContain("\n")
        .contains("a\\\"b\\\\c\\nd\\r\\te\\u0000f\\u2028g\\ud83dhred\"");
  }

  @Test
  void aThrowableIsAMember() {
    LogRecord record = entry("Failed");
    record.setLevel(Level.SEVERE);
    record.setThrown(new IllegalStateException("broken"));

    assertThat(format(record))
        .contains("\"level\":\"ERROR\"")
        .contains("\"stack_trace\":\"java.lang.IllegalStateException: broken\\n\\tat ");
  }

  @Test
  void theFormatIsASetting() throws IOException {
    String formatter = "java.util.logging.ConsoleHandler.formatter";
    assertThat(LogFormat.properties(settings(Map.of())).get(formatter))
        .isEqualTo(JsonLogFormatter.class.getName());
    assertThat(LogFormat.properties(settings(Map.of("ANB_LOG_FORMAT", "text"))).get(formatter))
        .isEqualTo("java.util.logging.SimpleFormatter");
    assertThatThrownBy(() -> LogFormat.properties(settings(Map.of("ANB_LOG_FORMAT", "xml"))))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("anb.log.format");
  }

  private static Settings settings(Map<String, String> environment) {
    return new Settings(new Properties(), environment);
  }

  private static LogRecord entry(String message) {
    LogRecord record = new LogRecord(Level.INFO, message);
    record.setLoggerName("a.Logger");
    record.setInstant(Instant.parse("2026-05-01T12:00:00.123456Z"));
    return record;
  }

  private static String format(LogRecord record) {
    return new JsonLogFormatter().format(record);
  }
}
