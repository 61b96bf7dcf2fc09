package co.anb.showcase.api.problem;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The error page of everything that the endpoints do not answer themselves. */
@WebServlet("/-/problem")
public class ProblemServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    ProblemCode code = status instanceof Integer s ? StatusCodes.of(s) : ProblemCode.NOT_FOUND;
    write(
        new ProblemException(code),
        request,
        response,
        path instanceof String p ? p : request.getRequestURI());
  }

  /**
   * Answers with a refusal.
   *
   * @param path what was asked for
   */
  public static void write(
      ProblemException refusal,
      HttpServletRequest request,
      HttpServletResponse response,
      String path)
      throws IOException {
    Locale locale = Language.of(request.getHeader("Accept-Language"));
    Problem problem = Problem.of(refusal, locale, path);
    byte[] body = problem.toJson().getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE + ";charset=UTF-8");
    response.setHeader("Content-Language", locale.toLanguageTag());
    response.setHeader("Vary", "Accept-Language");
    response.setHeader("Cache-Control", "no-store");
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    refusal
        .retryAfter()
        .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(wait.toSeconds())));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
