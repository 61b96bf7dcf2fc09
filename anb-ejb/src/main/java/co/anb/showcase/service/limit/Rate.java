package co.anb.showcase.service.limit;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many times in so long, such as {@code 10/PT15M}.
 *
 * @param times at least 1
 * @param period longer than nothing
 */
public record Rate(long times, Duration period) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(P\\S+)");

  public Rate {
    if (times < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("No rate: " + times + "/" + period);
    }
  }

  /**
   * Reads a setting; MicroProfile Config finds this method by its name.
   *
   * @throws IllegalArgumentException if it is no rate
   */
  public static Rate of(String setting) {
    Matcher form = FORM.matcher(setting.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("Not a rate such as 10/PT15M: " + setting);
    }
    try {
      return new Rate(Long.parseLong(form.group(1)), Duration.parse(form.group(2)));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("Not a rate such as 10/PT15M: " + setting, e);
    }
  }

  @Override
  public String toString() {
    return times + "/" + period;
  }
}
