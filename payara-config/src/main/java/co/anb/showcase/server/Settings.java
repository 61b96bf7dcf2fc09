package co.anb.showcase.server;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Settings by the names and rules of MicroProfile Config: a system property {@code anb.db.url},
 * else the environment variable {@code ANB_DB_URL}. The launcher cannot use MicroProfile Config
 * itself, because it runs before the server brings it.
 */
final class Settings {

  private final Properties properties;
  private final Map<String, String> environment;

  Settings(Properties properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * @throws SettingException if it is missing or blank
   */
  String required(String name) {
    String value = find(name);
    if (value == null) {
      throw new SettingException(
          "Setting " + name + " is missing (environment variable " + variable(name) + ")");
    }
    return value;
  }

  String optional(String name, String otherwise) {
    String value = find(name);
    return value == null ? otherwise : value;
  }

  /**
   * @throws SettingException if it is no whole number between the bounds
   */
  int number(String name, int otherwise, int least, int most) {
    String value = optional(name, Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new SettingException(wrong(name, value, least, most), e);
    }
    throw new SettingException(wrong(name, value, least, most));
  }

  private static String wrong(String name, String value, int least, int most) {
    return "Setting %s is %s, but must be a whole number from %d to %d"
        .formatted(name, value, least, most);
  }

  private String find(String name) {
    String value = properties.getProperty(name);
    if (value == null) {
      value = environment.get(variable(name));
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** A setting is missing or makes no sense; the message is for the operator. */
  static final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingException(String message) {
      super(message);
    }

    SettingException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
