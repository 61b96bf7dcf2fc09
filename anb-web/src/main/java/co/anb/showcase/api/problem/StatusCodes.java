package co.anb.showcase.api.problem;

import co.anb.showcase.service.problem.ProblemCode;

/** The code of a refusal of which only the HTTP status is known. */
final class StatusCodes {

  private StatusCodes() {}

  static ProblemCode of(int status) {
    return switch (status) {
      case 401 -> ProblemCode.UNAUTHORIZED;
      case 403 -> ProblemCode.FORBIDDEN;
      case 404 -> ProblemCode.NOT_FOUND;
      case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
      case 406 -> ProblemCode.NOT_ACCEPTABLE;
      case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
      case 416 -> ProblemCode.RANGE_NOT_SATISFIABLE;
      case 429 -> ProblemCode.TOO_MANY_REQUESTS;
      default -> status >= 500 ? ProblemCode.INTERNAL_ERROR : ProblemCode.INVALID_REQUEST;
    };
  }
}
