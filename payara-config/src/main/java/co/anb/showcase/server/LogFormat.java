package co.anb.showcase.server;

import co.anb.showcase.server.Settings.SettingException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.logging.LogManager;
import java.util.logging.SimpleFormatter;

/** In which form, and of whom, the server writes its log to standard error. */
final class LogFormat {

  private static final Map<String, Class<?>> FORMATTERS =
      Map.of("json", JsonLogFormatter.class, "text", SimpleFormatter.class);

  private LogFormat() {}

  /**
   * Takes effect at once, for the records of the start.
   *
   * @param directory where to put the file that the server reads later
   * @return that file
   * @throws SettingException if anb.log.format names no form
   */
  static File apply(Settings settings, Path directory) {
    Path file = directory.resolve("logging.properties");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        properties(settings).store(out, null);
      }
      try (InputStream in = Files.newInputStream(file)) {
        LogManager.getLogManager().readConfiguration(in);
      }
    } catch (IOException e) {
      throw new SettingException(
          "Cannot write " + file + " (setting anb.server.directory): " + e.getMessage(), e);
    }
    return file.toFile();
  }

  static Properties properties(Settings settings) throws IOException {
    String format = settings.optional("anb.log.format", "json");
    Class<?> formatter = FORMATTERS.get(format);
    if (formatter == null) {
      throw new SettingException(
          "Setting anb.log.format is " + format + ", but must be json or text");
    }
    var properties = new Properties();
    try (InputStream in = LogFormat.class.getResourceAsStream("logging.properties")) {
      properties.load(in);
    }
    properties.put("java.util.logging.ConsoleHandler.formatter", formatter.getName());
    properties.put(
        SimpleFormatter.class.getName() + ".format", "%1$tT.%1$tL %4$-7s %3$s %5$s%6$s%n");
    return properties;
  }
}
