package co.anb.showcase.api.platform;

import co.anb.showcase.api.problem.ProblemServlet;
import co.anb.showcase.service.limit.ClientNetwork;
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
import java.security.Principal;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets only so many bodies in at a time, and ends those that arrive too slowly. A body counts until
 * it has arrived, not while it is worked on: work has limits of its own. A client that sends one
 * byte in twenty seconds, for ever, would otherwise keep one of the server's 200 threads. Nginx
 * hands on only clips as they come; small bodies arrive from it whole.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class BodyFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** As long as JSON may be at most; what is longer is refused while it is read. */
  private static final int MOST_BUFFERED = 64 * 1024;

  private static final Duration COME_BACK = Duration.ofSeconds(5);

  /** 100 MiB from a slow phone; slower clients use resumable uploads. */
  private static final Pace FILE = new Pace(8 * 1024, Duration.ofSeconds(30), Duration.ofHours(1));

  private static final Pace SMALL = new Pace(0, Duration.ofSeconds(20), Duration.ofSeconds(20));

  /** Many people may share a network, and their small bodies are in at once. */
  private static final int ANY_SHARE = Integer.MAX_VALUE;

  private final transient BodyBulkhead files = new BodyBulkhead(64, 8, Duration.ZERO);
  private final transient BodyBulkhead small =
      new BodyBulkhead(96, ANY_SHARE, Duration.ofMillis(500));

  @Inject private transient TrustedProxies proxies;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
      chain.doFilter(request, response);
      return;
    }
    boolean file = isFile(request.getContentType());
    Optional<BodyBulkhead.Slot> slot = take(file ? files : small, sender(request));
    if (slot.isEmpty()) {
      ProblemServlet.write(
          ProblemException.tooMany(COME_BACK), request, response, request.getRequestURI());
      return;
    }
    try {
      var paced =
          new MinimumRateRequest(request, file ? FILE : SMALL, System::nanoTime, slot.get()::close);
      long length = request.getContentLengthLong();
      if (file || length < 0 || length > MOST_BUFFERED) {
        chain.doFilter(paced, response);
      } else {
        Optional<byte[]> body = arrived(paced, (int) length);
        if (body.isPresent()) {
          chain.doFilter(new BufferedRequest(request, body.get()), response);
        } else {
          ProblemServlet.write(
              new ProblemException(ProblemCode.INVALID_REQUEST),
              request,
              response,
              request.getRequestURI());
        }
      }
    } finally {
      slot.get().close();
    }
  }

  /**
   * Reads a small body before anything else is done, so that its slot is held as briefly as can be:
   * hundreds of votes at once need few of them. Empty if it arrives too slowly or not whole.
   */
  private static Optional<byte[]> arrived(MinimumRateRequest request, int length) {
    try {
      byte[] body = request.getInputStream().readNBytes(length);
      return body.length == length ? Optional.of(body) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isFile(String type) {
    String lower = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("multipart/")
        || lower.startsWith("image/")
        || lower.startsWith("application/offset+octet-stream");
  }

  /** The account, or where the request comes from. */
  private String sender(HttpServletRequest request) {
    Principal account = request.getUserPrincipal();
    return account != null
        ? account.getName()
        : ClientNetwork.of(
            proxies.client(
                request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For"))));
  }

  private static Optional<BodyBulkhead.Slot> take(BodyBulkhead slots, String sender) {
    try {
      return slots.take(sender);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
