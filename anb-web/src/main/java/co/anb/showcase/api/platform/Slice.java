package co.anb.showcase.api.platform;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a list as asked for.
 *
 * @param limit at most so many rows
 * @param offset so many rows are left out before
 */
public record Slice(int limit, int offset) {

  /** The largest limit. */
  public static final int MAX_LIMIT = 100;

  /**
   * Reads {@code limit} and {@code offset}.
   *
   * @throws co.anb.showcase.service.problem.ProblemException INVALID_PARAMETER
   */
  public static Slice of(String limit, String offset, int defaultLimit) {
    return new Slice(
        Query.number(limit, defaultLimit, 1, MAX_LIMIT),
        Query.number(offset, 0, 0, Integer.MAX_VALUE));
  }

  /**
   * A bare array with the total and the way to the neighbours in the header.
   *
   * @param rows a list, or an array in JSON
   */
  public Response answer(Object rows, long total, UriInfo uri) {
    Response.ResponseBuilder answer = Response.ok(rows).header("X-Total-Count", total);
    List<String> links = new ArrayList<>();
    if (offset > 0) {
      links.add(link(uri, Math.max(0, offset - limit), "prev"));
      links.add(link(uri, 0, "first"));
    }
    if ((long) offset + limit < total) {
      links.add(link(uri, (long) offset + limit, "next"));
    }
    if (!links.isEmpty()) {
      answer.header("Link", String.join(", ", links));
    }
    return answer.build();
  }

  private String link(UriInfo uri, long start, String relation) {
    URI asked = uri.getRequestUri();
    UriBuilder target =
        UriBuilder.fromPath(asked.getRawPath())
            .replaceQuery(asked.getRawQuery())
            .replaceQueryParam("limit", limit)
            .replaceQueryParam("offset", start);
    for (String other : List.of("from", "to", "page", "page_size")) {
      target.replaceQueryParam(other);
    }
    return "<" + target.build() + ">; rel=\"" + relation + "\"";
  }
}
