package co.anb.showcase.api.site;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.problem.Messages;
import co.anb.showcase.api.problem.ProblemServlet;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.voting.VotingService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands out the web application: its files, and its one page at every address that it has. An
 * address that it does not have answers 404, to browsers with that page. All that no other servlet
 * answers comes here.
 */
@WebServlet("/")
public class SiteServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String TITLE = "ANB Rising Stars Showcase";

  /** First parts of addresses that are no pages, even for browsers. */
  private static final Set<String> NO_PAGES =
      Set.of("api", "assets", "media", "openapi", "health", "metrics", "console", "-");

  private static final Pattern VIDEO_PAGE = Pattern.compile("/videos/([^/]+)/?");

  private static final String MARK = "<!-- open-graph -->";

  @Inject private transient VotingService voting;
  @Inject private transient Links links;

  @Inject
  @ConfigProperty(name = "anb.public-url")
  private transient Optional<String> publicUrl;

  private transient SiteRoutes routes;
  private String page = "";
  private String contentSecurityPolicy = "";

  @Override
  public void init() throws ServletException {
    routes = SiteRoutes.read();
    try (InputStream in = getServletContext().getResourceAsStream("/index.html")) {
      if (in == null) {
        throw new ServletException("The web application's page is missing in the WAR");
      }
      page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ServletException("Cannot read the web application's page", e);
    }
    contentSecurityPolicy = policy(publicUrl.map(SiteServlet::origin).orElse(""));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    serve(request, response);
  }

  /** The container leaves the body out. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    serve(request, response);
  }

  private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getServletPath();
    Optional<SiteFile> file = SiteFile.at(path);
    if (file.isPresent() && send(file.get(), request, response)) {
      return;
    }
    if (file.isEmpty() && !isReserved(path)) {
      if (routes.contains(path)) {
        sendPage(path, request, response);
        return;
      }
      if (takesHtml(request.getHeader("Accept"))) {
        // The application says that there is no such page.
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        sendPage(path, request, response);
        return;
      }
    }
    ProblemServlet.write(
        new ProblemException(ProblemCode.NOT_FOUND), request, response, request.getRequestURI());
  }

  /** Whether an address belongs to something else than the web application's pages. */
  static boolean isReserved(String path) {
    String[] parts = path.split("/", 3);
    return parts.length > 1 && NO_PAGES.contains(parts[1]);
  }

  static boolean takesHtml(String accept) {
    return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }

  private boolean send(SiteFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Vary", "Accept-Encoding");
    String accepted = request.getHeader("Accept-Encoding");
    for (Encoding encoding : Encoding.values()) {
      if (encoding.isAcceptedBy(accepted)
          && copy(file.path() + encoding.suffix(), file, encoding, response)) {
        return true;
      }
    }
    return copy(file.path(), file, null, response);
  }

  private boolean copy(String path, SiteFile file, Encoding encoding, HttpServletResponse response)
      throws IOException {
    try (InputStream in = getServletContext().getResourceAsStream(path)) {
      if (in == null) {
        return false;
      }
      response.setContentType(file.contentType());
      if (encoding != null) {
        response.setHeader("Content-Encoding", encoding.token());
      }
      response.setHeader(
          "Cache-Control",
          file.forever() ? "public, max-age=31536000, immutable" : "public, max-age=3600");
      byte[] bytes = in.readAllBytes();
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
      return true;
    }
  }

  private void sendPage(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String base = publicUrl.map(url -> url.replaceAll("/+$", "")).orElseGet(() -> base(request));
    OpenGraph head = OpenGraph.of(TITLE, Messages.siteDescription(), base + path);
    Matcher videoPage = VIDEO_PAGE.matcher(path);
    if (videoPage.matches()) {
      try {
        describe(voting.one(Ids.video(videoPage.group(1)), null).clip(), head, base);
      } catch (ProblemException e) {
        // The page itself says that there is no such clip.
        response.setStatus(e.code().status());
      }
    }
    byte[] html = page.replace(MARK, head.toHtml()).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Content-Security-Policy", contentSecurityPolicy);
    response.setContentLength(html.length);
    response.getOutputStream().write(html);
  }

  private void describe(PublishedClip clip, OpenGraph head, String base) {
    head.retitled(clip.title())
        .with("og:type", "video.other")
        .with("og:description", clip.username() + " · " + clip.city())
        .with("og:image", absolute(base, links.poster(clip.videoId(), VideoStatus.PROCESSED, true)))
        .with(
            "og:video",
            absolute(base, links.processed(clip.videoId(), VideoStatus.PROCESSED, true)))
        .with("og:video:type", "video/mp4")
        .with("og:video:width", "1280")
        .with("og:video:height", "720")
        .with("twitter:card", "summary_large_image");
  }

  private static String absolute(String base, String address) {
    return address == null || !address.startsWith("/") ? address : base + address;
  }

  private static String base(HttpServletRequest request) {
    String address = request.getRequestURL().toString();
    return address.substring(0, address.length() - request.getRequestURI().length());
  }

  private static String origin(String url) {
    URI address = URI.create(url);
    return " " + address.getScheme() + "://" + address.getRawAuthority();
  }

  /**
   * What the page may load. Styles and scripts come as files only.
   *
   * @param media where clips lie besides here; empty, or an origin after a space
   */
  static String policy(String media) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' blob:" + media,
        "media-src 'self' blob:" + media,
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }
}
