package co.anb.showcase.api.platform;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** Reads parameters of a query strictly. */
public final class Query {

  // The database takes more, but nobody means it.
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Query() {}

  /**
   * A whole number.
   *
   * @param value as sent; null if it was not
   * @throws ProblemException INVALID_PARAMETER if it is none or out of bounds
   */
  public static int number(String value, int otherwise, int least, int most) {
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw invalid(e);
    }
    throw invalid(null);
  }

  /**
   * A text.
   *
   * @return null if it was not sent or is blank
   * @throws ProblemException INVALID_PARAMETER if it holds control characters
   */
  public static String text(String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    // The database takes no NUL in a text; no honest search has any of the others.
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw invalid(null);
    }
    return value;
  }

  /**
   * One of a few words: the names of an enumeration in lower case.
   *
   * @param otherwise what is meant if it was not sent; may be null
   * @throws ProblemException INVALID_PARAMETER for any other word
   */
  public static <E extends Enum<E>> E oneOf(Class<E> type, String value, E otherwise) {
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(() -> invalid(null));
  }

  /**
   * A moment in ISO 8601, such as {@code 2026-05-01T00:00:00Z}.
   *
   * @throws ProblemException INVALID_PARAMETER if it is none
   */
  public static Instant instant(String value, Instant otherwise) {
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    try {
      Instant moment = OffsetDateTime.parse(value.strip()).toInstant();
      if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
        throw invalid(null);
      }
      return moment;
    } catch (DateTimeParseException e) {
      throw invalid(e);
    }
  }

  /**
   * An id.
   *
   * @return null if it was not sent
   * @throws ProblemException INVALID_PARAMETER if it cannot be one
   */
  public static UUID id(String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    return Ids.parse(value).orElseThrow(() -> invalid(null));
  }

  /** The refusal of a parameter. */
  public static ProblemException invalid(Throwable cause) {
    var refusal = new ProblemException(ProblemCode.INVALID_PARAMETER);
    if (cause != null) {
      refusal.initCause(cause);
    }
    return refusal;
  }
}
