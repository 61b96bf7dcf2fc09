package co.anb.showcase.api.media;

import co.anb.showcase.api.media.MediaResponse.Conditions;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.problem.ProblemServlet;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.video.MediaService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of published clips and people's pictures, for everyone. In production Nginx sends the
 * bytes ({@link AccelRedirect}); whether a clip is public is decided here all the same, as its
 * files stay when it is withheld.
 */
@WebServlet(Links.PUBLIC + "*")
public class PublicMediaServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Pattern PATH =
      Pattern.compile(
          "/(processed|avatars)/[0-9a-f]{2}/([0-9a-f-]{36})(-small\\.jpg|\\.jpg|\\.mp4)");

  private static final Set<MediaKind> PUBLIC_KINDS =
      EnumSet.of(MediaKind.PROCESSED, MediaKind.POSTER, MediaKind.SMALL_POSTER, MediaKind.AVATAR);

  private static final String DAY = "public, max-age=86400";
  // An address with a version never shows another picture.
  private static final String FOREVER = "public, max-age=31536000, immutable";

  @Inject private transient MediaService media;
  @Inject private transient AccelRedirect handover;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    serve(request, response, true);
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    serve(request, response, false);
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, boolean withBody)
      throws IOException {
    try {
      MediaResponse answer = answer(request);
      answer.headers().forEach(response::setHeader);
      if (answer.status() == 416) {
        throw new ProblemException(ProblemCode.RANGE_NOT_SATISFIABLE);
      }
      response.setStatus(answer.status());
      response.setHeader(
          "Cache-Control", request.getParameter(Links.VERSION) == null ? DAY : FOREVER);
      if (withBody) {
        answer.writeTo(response.getOutputStream());
      }
    } catch (ProblemException e) {
      ProblemServlet.write(e, request, response, request.getRequestURI());
    }
  }

  private MediaResponse answer(HttpServletRequest request) throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    UUID id = Ids.video(parts.group(2));
    MediaKind kind = kind(parts.group(1), parts.group(3));
    // One address a file.
    if (!path.equals("/" + MediaStore.relativePath(id, kind))) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    return handover.offer(
        MediaResponse.of(
            kind == MediaKind.AVATAR ? media.avatar(id) : media.published(id, kind),
            kind,
            new Conditions(
                request.getHeader("Range"),
                request.getHeader("If-Range"),
                request.getHeader("If-None-Match"))));
  }

  private static MediaKind kind(String folder, String ending) {
    return PUBLIC_KINDS.stream()
        .filter(kind -> kind.folder().equals(folder) && kind.ending().equals(ending))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
