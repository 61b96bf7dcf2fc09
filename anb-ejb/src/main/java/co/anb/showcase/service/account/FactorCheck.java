package co.anb.showcase.service.account;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.time.Duration;

/**
 * The outcome of a sign-in's second step. It is a result and not an exception, because a wrong code
 * has to be stored, and an exception would roll that back.
 *
 * @param pause for {@link Outcome#BLOCKED}, how long; else null
 */
public record FactorCheck(Outcome outcome, Duration pause) {

  /** What it was. */
  public enum Outcome {
    NOT_NEEDED,
    PASSED,
    MISSING,
    WRONG,
    BLOCKED
  }

  static FactorCheck of(Outcome outcome) {
    return new FactorCheck(outcome, null);
  }

  static FactorCheck blocked(Duration pause) {
    return new FactorCheck(Outcome.BLOCKED, pause);
  }

  /**
   * Goes on only if nothing is missing.
   *
   * @return whether a code was asked for and was right
   * @throws ProblemException SECOND_FACTOR_REQUIRED, INVALID_SECOND_FACTOR or TOO_MANY_REQUESTS
   */
  boolean passed() {
    return switch (outcome) {
      case NOT_NEEDED -> false;
      case PASSED -> true;
      case MISSING -> throw new ProblemException(ProblemCode.SECOND_FACTOR_REQUIRED);
      case WRONG -> throw new ProblemException(ProblemCode.INVALID_SECOND_FACTOR);
      case BLOCKED -> throw ProblemException.tooMany(Duration.ofSeconds(pause.toSeconds() + 1));
    };
  }
}
