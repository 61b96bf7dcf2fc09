package co.anb.showcase.api.platform;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;

/** Bodies of requests. */
public final class Bodies {

  private Bodies() {}

  /**
   * The body; it may be missing, or be the word null.
   *
   * @throws ProblemException INVALID_REQUEST if it is
   */
  public static <T> T required(T body) {
    if (body == null) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return body;
  }
}
