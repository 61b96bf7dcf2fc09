package co.anb.showcase.api.video;

import co.anb.showcase.api.video.MediaAnswer.Conditions;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Path;

/** Sends a file to somebody who had to sign in for it; nobody on the way may keep it. */
public final class FileResponse {

  private FileResponse() {}

  /**
   * The answer to GET and HEAD, with ranges and conditions.
   *
   * @param name of the file for who saves it, without extension
   * @throws ProblemException RANGE_NOT_SATISFIABLE
   * @throws IOException if the file cannot be read
   */
  public static Response of(
      Path file, MediaKind kind, String name, HttpHeaders headers, Request request)
      throws IOException {
    MediaAnswer answer =
        MediaAnswer.of(
            file,
            kind,
            new Conditions(
                headers.getHeaderString("Range"),
                headers.getHeaderString("If-Range"),
                headers.getHeaderString("If-None-Match")));
    if (answer.status() == 416) {
      throw new ProblemException(ProblemCode.RANGE_NOT_SATISFIABLE);
    }
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.headers().forEach(response::header);
    response.header("Cache-Control", "private, no-cache");
    if (answer.part().isPresent()) {
      response.header(
          "Content-Disposition", "inline; filename=\"" + name + "." + kind.extension() + "\"");
      if (!request.getMethod().equals(HttpMethod.HEAD)) {
        response.entity((StreamingOutput) answer::writeTo);
      }
    }
    return response.build();
  }
}
