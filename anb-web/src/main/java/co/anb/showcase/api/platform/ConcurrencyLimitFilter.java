package co.anb.showcase.api.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Short requests take their turns. One with a body does not: it takes as long as its sender likes.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class ConcurrencyLimitFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** Enough to keep the processors busy while some wait for the database. */
  private static final int PER_PROCESSOR = 5;

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final transient ConcurrencyLimiter turnstile =
      new ConcurrencyLimiter(PER_PROCESSOR * Runtime.getRuntime().availableProcessors(), PATIENCE);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (hasBody(request)) {
      chain.doFilter(request, response);
    } else {
      turnstile.<IOException, ServletException>pass(() -> chain.doFilter(request, response));
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }
}
