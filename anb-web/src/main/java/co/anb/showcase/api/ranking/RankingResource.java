package co.anb.showcase.api.ranking;

import co.anb.showcase.api.platform.JsonPage;
import co.anb.showcase.service.ranking.Scoreboard;
import co.anb.showcase.service.ranking.Standings;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who leads. */
@Path("public")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public")
public class RankingResource {

  @Inject private Scoreboard scoreboard;
  @Inject private RankingRows rows;
  @Inject private LeaderViews leaders;

  @Context private UriInfo uri;

  /** The ranking. */
  @GET
  @Path("rankings")
  @PermitAll
  @Parameter(
      name = "city",
      in = ParameterIn.QUERY,
      description = "Only this city; accents and case do not matter",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "1 to 100, by default 50",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "From 0",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "First position, from 1",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "Last position",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "page",
      in = ParameterIn.QUERY,
      description = "From 1",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "page_size",
      in = ParameterIn.QUERY,
      description = "1 to 100, by default 50",
      schema = @Schema(type = SchemaType.INTEGER))
  @Operation(operationId = "rankings", summary = "The ranking, one row a player")
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RankingView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response rankings() {
    return answer(rows::page);
  }

  /** The ranking with more about each player. */
  @GET
  @Path("leaderboard")
  @PermitAll
  @Parameter(
      name = "city",
      in = ParameterIn.QUERY,
      description = "Only this city; accents and case do not matter",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "1 to 100, by default 50",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "From 0",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "First position, from 1",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "Last position",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "page",
      in = ParameterIn.QUERY,
      description = "From 1",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "page_size",
      in = ParameterIn.QUERY,
      description = "1 to 100, by default 50",
      schema = @Schema(type = SchemaType.INTEGER))
  @Operation(
      operationId = "leaderboard",
      summary = "The ranking, with each player's id, best clip and the jury's score")
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = LeaderView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response leaderboard() {
    return answer(leaders::page);
  }

  private Response answer(BiFunction<Standings, RankingPart, JsonPage> pages) {
    RankingQuery query = RankingQuery.of(uri);
    var part = new RankingPart(query.cityKey(), query.slice());
    JsonPage page = pages.apply(scoreboard.standings(), part);
    return part.slice().answer(page.rows(), page.total(), uri);
  }
}
