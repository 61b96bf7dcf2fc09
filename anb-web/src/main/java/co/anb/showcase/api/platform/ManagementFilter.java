package co.anb.showcase.api.platform;

import co.anb.showcase.api.problem.ProblemServlet;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Metrics and health are on a port of their own, which no proxy knows, and nothing else is there.
 * The clients' contract has {@code /health}, so the public port answers that too, unless a setting
 * says that it shall not.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ManagementFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject
  @ConfigProperty(name = "anb.management.port", defaultValue = "8081")
  private int managementPort;

  @Inject
  @ConfigProperty(name = "anb.http.health", defaultValue = "true")
  private boolean publicHealth;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // Decoded, as the server compares it: %6d is an m.
    String rest = request.getPathInfo();
    String path = request.getServletPath() + (rest == null ? "" : rest);
    if (isServed(path, request.getLocalPort() == managementPort, publicHealth)) {
      chain.doFilter(request, response);
    } else {
      ProblemServlet.write(
          new ProblemException(ProblemCode.NOT_FOUND), request, response, request.getRequestURI());
    }
  }

  /**
   * Whether a listener serves a path.
   *
   * @param path decoded
   * @param management whether it is the listener for health and metrics
   * @param publicHealth whether the other one serves health, too
   */
  static boolean isServed(String path, boolean management, boolean publicHealth) {
    boolean health = isBelow("/health", path);
    boolean metrics = isBelow("/metrics", path);
    return management ? health || metrics : !metrics && (publicHealth || !health);
  }

  private static boolean isBelow(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
