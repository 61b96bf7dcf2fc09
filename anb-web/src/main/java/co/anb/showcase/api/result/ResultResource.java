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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The result, once it is public. */
@Path("public")
@ApplicationScoped
@Tag(name = "public")
public class ResultResource {

  public static final String CSV = "text/csv";

  @Inject private PublishedResult result;

  /** The result. */
  @GET
  @Path("result")
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "result",
      summary = "The result: all players by city, the best first",
      description = "404 until an administrator publishes it.")
  @APIResponse(
      responseCode = "200",
      description = "The result",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResultView.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public ResultView result() {
    return ResultView.open(result.sheet());
  }

  /** The result as a table. */
  @GET
  @Path("result.csv")
  @PermitAll
  @Produces(CSV)
  @Operation(
      operationId = "resultCsv",
      summary = "The result as a table for spreadsheets",
      description = "404 until an administrator publishes it.")
  @APIResponse(
      responseCode = "200",
      description = "One row a player, UTF-8 with a byte order mark",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response csv() {
    return download(ResultCsv.of(result.sheet()), CSV + ";charset=UTF-8", "result.csv");
  }

  public static Response download(Object content, String type, String name) {
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
