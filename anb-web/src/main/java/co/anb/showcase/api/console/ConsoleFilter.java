package co.anb.showcase.api.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The headers of the console. The page is public, since it holds no data; the operations that it
 * calls need a token. It runs no script and reaches no server but this one.
 */
@WebFilter(urlPatterns = "/console/*")
public class ConsoleFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String FOLDER = "/console/";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    // The interface's files have their version in their path; the page names it.
    response.setHeader(
        "Cache-Control",
        path.startsWith("/console/ui/") ? "public, max-age=31536000, immutable" : "no-cache");
    // The web application has taken the place of the server's own way to hand out files.
    request
        .getServletContext()
        .getNamedDispatcher("default")
        .forward(path.equals(FOLDER) ? new Page(request) : request, response);
  }

  /** Asks for the console's page instead of its folder. */
  private static final class Page extends HttpServletRequestWrapper {

    Page(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getServletPath() {
      return FOLDER + "index.html";
    }

    @Override
    public String getPathInfo() {
      return null;
    }
  }
}
