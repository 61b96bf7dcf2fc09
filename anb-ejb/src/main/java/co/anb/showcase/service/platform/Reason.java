package co.anb.showcase.service.platform;

import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.util.List;

/** The words with which an administrator explains a decision. */
public final class Reason {

  /** The longest, in characters. */
  public static final int MAX_LENGTH = 500;

  private Reason() {}

  /**
   * A reason that can be kept.
   *
   * @param reason as sent; may be null
   * @return without space around
   * @throws ProblemException INVALID_FIELD if it is missing, blank, too long or holds control
   *     characters other than line breaks
   */
  public static String checked(String reason) {
    String words = reason == null ? "" : reason.strip();
    if (words.isEmpty()) {
      throw refused("field_required");
    }
    if (words.length() > MAX_LENGTH) {
      throw refused("field_too_long");
    }
    if (words.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      throw refused("field_malformed");
    }
    return words;
  }

  private static ProblemException refused(String code) {
    return ProblemException.fields(List.of(new FieldError("reason", code)));
  }
}
