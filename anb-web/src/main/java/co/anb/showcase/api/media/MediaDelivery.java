package co.anb.showcase.api.media;

import co.anb.showcase.api.media.MediaResponse.Conditions;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.service.platform.KeyedHashes;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** Hands over a file that not everyone may have, as the request at hand asks for it. */
@RequestScoped
public class MediaDelivery {

  @Inject private HttpServletRequest request;
  @Inject private AccelRedirect handover;
  @Inject private KeyedHashes hashes;

  /**
   * The file, or the part of it that is asked for.
   *
   * @throws ProblemException RANGE_NOT_SATISFIABLE
   */
  public Response answer(UUID videoId, MediaKind kind, Path file) throws IOException {
    return sent(videoId, kind, handover.offer(MediaResponse.of(file, kind, conditions())));
  }

  /**
   * The same, with a tag that cannot be compared with that of the file elsewhere. The server sends
   * the bytes itself, because Nginx would make the tag and tell when the file was written.
   *
   * @param id the name by which the caller knows the file
   * @throws ProblemException RANGE_NOT_SATISFIABLE
   */
  public Response answerDisguised(UUID id, MediaKind kind, Path file) throws IOException {
    return sent(
        id,
        kind,
        MediaResponse.of(
            file, kind, conditions(), version -> hashes.text("tag", id + "\0" + version)));
  }

  private Conditions conditions() {
    return new Conditions(
        request.getHeader("Range"),
        request.getHeader("If-Range"),
        request.getHeader("If-None-Match"));
  }

  private Response sent(UUID videoId, MediaKind kind, MediaResponse answer) {
    if (answer.status() == 416) {
      throw new ProblemException(ProblemCode.RANGE_NOT_SATISFIABLE);
    }
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.headers().forEach(response::header);
    response.header("Cache-Control", "private, no-cache");
    if (answer.status() != 304) {
      response.header(
          "Content-Disposition", "inline; filename=\"" + videoId + kind.ending() + "\"");
    }
    if (answer.part().isPresent() && !request.getMethod().equals(HttpMethod.HEAD)) {
      response.entity((StreamingOutput) answer::writeTo);
    }
    return response.build();
  }
}
