package co.anb.showcase.service.platform;

import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** The reason that an administrator or juror gives for a decision: one rule for all reasons. */
public final class Reason {

  /** The longest, in characters. */
  public static final int MAX_LENGTH = 500;

  private static final String ALLOWED_CONTROLS = "\n\r\t";

  private Reason() {}

  /**
   * A reason that must be given.
   *
   * @param reason as sent; may be null
   * @return without space around
   * @throws ProblemException INVALID_FIELD if it is missing, blank, too long or holds control
   *     characters other than line breaks and tabs
   */
  public static String checked(String reason) {
    Optional<FieldError> fault = fault(reason);
    if (fault.isPresent()) {
      throw ProblemException.fields(List.of(fault.get()));
    }
    return reason.strip();
  }

  /**
   * A reason that may be left out.
   *
   * @param reason as sent; may be null
   * @return without space around; empty if there is none
   * @throws ProblemException INVALID_FIELD if it is too long or holds control characters
   */
  public static Optional<String> optional(String reason) {
    return reason == null || reason.isBlank() ? Optional.empty() : Optional.of(checked(reason));
  }

  /**
   * What is wrong with a reason that must be given; for forms that name all their faults at once.
   *
   * @param reason as sent; may be null
   * @return empty if it can be kept
   */
  public static Optional<FieldError> fault(String reason) {
    String words = reason == null ? "" : reason.strip();
    if (words.isEmpty()) {
      return Optional.of(new FieldError("reason", "field_required"));
    }
    if (words.length() > MAX_LENGTH) {
      return Optional.of(new FieldError("reason", "field_too_long"));
    }
    if (words.chars().anyMatch(c -> Character.isISOControl(c) && ALLOWED_CONTROLS.indexOf(c) < 0)) {
      return Optional.of(new FieldError("reason", "field_malformed"));
    }
    return Optional.empty();
  }
}
