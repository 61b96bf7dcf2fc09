package co.anb.showcase.api.platform;

import co.anb.showcase.api.problem.ProblemServlet;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Paths that a proxy and this server could read in two ways are nobody's: parameters, and slashes
 * and dots that are doubled, hidden or left over. The server drops parameters before it looks for
 * an endpoint, so {@code /api/auth;x/login} would pass by whatever is kept by its path. Nginx
 * refuses the same.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AmbiguousPathFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Pattern CROOKED =
      Pattern.compile(";|%3b|%2f|%5c|%2e|%00|\\\\|//|/\\.\\.?(/|$)", Pattern.CASE_INSENSITIVE);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isCrooked(request.getRequestURI())) {
      ProblemServlet.write(
          new ProblemException(ProblemCode.NOT_FOUND), request, response, request.getRequestURI());
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Whether a path, as it was sent, has more than one meaning. */
  static boolean isCrooked(String path) {
    return CROOKED.matcher(path).find();
  }
}
