package co.anb.showcase.api.result;

import co.anb.showcase.service.result.PublishedResult;
import co.anb.showcase.service.result.ResultCsv;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The result, once it is public. */
@Path("public")
@ApplicationScoped
@Tag(name = "public")
public class ResultResource {

  public static final String CSV = "text/csv";

  @Inject private PublishedResult result;

  /**
   * The result: all players by city, the best first. 404 until an administrator publishes it.
   *
   * @return The result
   */
  @GET
  @Path("result")
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(ResultView.class)
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ResultView result() {
    return ResultView.open(result.sheet());
  }

  /** The result as a table for spreadsheets. 404 until an administrator publishes it. */
  @GET
  @Path("result.csv")
  @PermitAll
  @Produces(CSV)
  @APIResponse(
      responseCode = "200",
      description = "One row a player, UTF-8 with a byte order mark",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response resultCsv() {
    return download(ResultCsv.of(result.sheet()), CSV + ";charset=UTF-8", "result.csv");
  }

  public static Response download(Object content, String type, String name) {
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
