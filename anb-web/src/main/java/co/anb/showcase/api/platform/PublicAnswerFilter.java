package co.anb.showcase.api.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Answers that are the same for everybody say how they may be kept: each with its {@code ETag}, for
 * a second by caches that many share, and by Nginx until the second of its clock that it names in
 * {@code X-Answer-Second} is over (see anb.conf); what Nginx keeps is packed here, once. Whoever
 * sends a token gets answers of their own.
 */
@WebFilter(
    urlPatterns = {"/api/public/*", "/api/contest", "/api/cities"},
    asyncSupported = true)
public class PublicAnswerFilter extends HttpFilter {

  /** The second, since 1970, of the cache that asks. */
  static final String SECOND = "X-Answer-Second";

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean head = request.getMethod().equals("HEAD");
    if ((!head && !request.getMethod().equals("GET"))
        || request.getHeader("Authorization") != null
        || request.getRequestURI().endsWith("/events")) {
      chain.doFilter(request, response);
      return;
    }
    var answer = new BufferedResponse(response);
    chain.doFilter(head ? asGet(request) : request, answer);
    if (answer.maySay()) {
      describe(request, answer);
    }
    answer.send(head);
  }

  private static void describe(HttpServletRequest request, BufferedResponse answer) {
    answer.setHeader("Cache-Control", "public, max-age=0, s-maxage=1");
    String tag = answer.tag();
    answer.setHeader("ETag", tag);
    String second = request.getHeader(SECOND);
    if (second != null && DIGITS.matcher(second).matches()) {
      answer.setHeader("X-Accel-Expires", "@" + second);
    }
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(tag)) {
      answer.leaveOut();
    } else if (second != null && "gzip".equals(request.getHeader("Accept-Encoding"))) {
      answer.pack();
    }
  }

  /** An answer to HEAD has the headers of the one to GET. */
  private static HttpServletRequest asGet(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getMethod() {
        return "GET";
      }
    };
  }
}
