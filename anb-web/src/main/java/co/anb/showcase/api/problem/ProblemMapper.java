package co.anb.showcase.api.problem;

import co.anb.showcase.service.platform.Constraints;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/** Turns whatever goes wrong behind an endpoint into a problem; nothing else gets out. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Context private HttpHeaders headers;
  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable error) {
    Locale locale = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    String instance = uri.getRequestUri().getRawPath();
    ProblemException refusal = refusal(error);
    if (refusal != null) {
      return answer(refusal, locale, instance);
    }
    if (error instanceof WebApplicationException web) {
      return answer(web.getResponse(), error, locale, instance);
    }
    if (error instanceof EJBAccessException) {
      return answer(Problem.of(ProblemCode.FORBIDDEN, locale, instance), locale);
    }
    LOG.log(Level.ERROR, "Request failed path=" + instance, error);
    return answer(Problem.of(ProblemCode.INTERNAL_ERROR, locale, instance), locale);
  }

  /** Readers of bodies wrap what is thrown below them. */
  private static ProblemException refusal(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refusal) {
        return refusal;
      }
    }
    return Constraints.refused(error, Constraints.CONTEST_CLOSED)
        ? new ProblemException(ProblemCode.PHASE_CLOSED)
        : null;
  }

  private static Response answer(ProblemException refusal, Locale locale, String instance) {
    Response answer = answer(Problem.of(refusal, locale, instance), locale);
    refusal
        .retryAfter()
        .ifPresent(
            wait -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
    return answer;
  }

  private static Response answer(Response given, Throwable error, Locale locale, String instance) {
    if (given.getStatus() < 400) {
      return given;
    }
    ProblemCode code = StatusCodes.of(given.getStatus());
    if (code == ProblemCode.INTERNAL_ERROR) {
      LOG.log(Level.ERROR, "Request failed path=" + instance, error);
    }
    Response answer = answer(Problem.of(code, locale, instance), locale);
    String allow = given.getHeaderString(HttpHeaders.ALLOW);
    if (allow != null) {
      answer.getHeaders().putSingle(HttpHeaders.ALLOW, allow);
    }
    return answer;
  }

  private static Response answer(Problem problem, Locale locale) {
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE + ";charset=UTF-8")
            .language(locale)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(problem.toJson());
    if (problem.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.build();
  }
}
