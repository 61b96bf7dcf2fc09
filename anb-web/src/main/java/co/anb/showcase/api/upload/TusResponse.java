package co.anb.showcase.api.upload;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what the library of tus wants to answer, so that it takes the way of all answers. */
final class TusResponse extends HttpServletResponseWrapper {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private int status = SC_OK;

  TusResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void setStatus(int status) {
    this.status = status;
  }

  @Override
  public void setHeader(String name, String value) {
    headers.put(name, value);
  }

  @Override
  public void setDateHeader(String name, long millis) {
    setHeader(
        name,
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC)));
  }

  @Override
  public String getHeader(String name) {
    return headers.get(name);
  }

  @Override
  public void sendError(int status, String message) {
    sendError(status);
  }

  @Override
  public void sendError(int status) {
    throw new ProblemException(
        switch (status) {
          case SC_NOT_FOUND -> ProblemCode.UPLOAD_NOT_FOUND;
          case SC_CONFLICT -> ProblemCode.UPLOAD_OFFSET;
          case SC_PRECONDITION_FAILED -> ProblemCode.TUS_VERSION;
          default ->
              status >= SC_INTERNAL_SERVER_ERROR
                  ? ProblemCode.INTERNAL_ERROR
                  : ProblemCode.INVALID_REQUEST;
        });
  }

  Response toResponse() {
    Response.ResponseBuilder answer = Response.status(status);
    headers.forEach(
        (name, value) -> {
          // There is no body, and the container says so itself.
          if (!name.equals(HttpHeaders.CONTENT_LENGTH)) {
            answer.header(name, value);
          }
        });
    return answer.build();
  }
}
