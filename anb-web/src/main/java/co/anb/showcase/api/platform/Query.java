package co.anb.showcase.api.platform;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.util.UUID;

/** Reads parameters of a query strictly. */
public final class Query {

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
   * An id.
   *
   * @throws ProblemException INVALID_PARAMETER if it cannot be one
   */
  public static UUID id(String value) {
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
