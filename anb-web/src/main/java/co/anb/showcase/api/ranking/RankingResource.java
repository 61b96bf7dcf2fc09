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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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

  /**
   * The ranking, one row a player. Name rows by limit and offset, by positions (from and to), or by
   * page and page_size.
   *
   * @param city only this city; accents and case do not matter
   * @param from first position, from 1
   * @param to last position
   * @param page from 1
   * @param pageSize 1 to 100, by default 50
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("rankings")
  @PermitAll
  @APIResponseSchema(RankingView[].class)
  public Response rankings(
      @QueryParam("city") String city,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("from") String from,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("to") String to,
      @QueryParam("page") String page,
      @QueryParam("page_size") String pageSize) {
    return answer(new RankingQuery(city, limit, offset, from, to, page, pageSize), rows::page);
  }

  /**
   * The ranking, with each player's id, best clip and the jury's score. Rows are named as for the
   * other form of the ranking.
   *
   * @param city only this city; accents and case do not matter
   * @param from first position, from 1
   * @param to last position
   * @param page from 1
   * @param pageSize 1 to 100, by default 50
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("leaderboard")
  @PermitAll
  @APIResponseSchema(LeaderView[].class)
  public Response leaderboard(
      @QueryParam("city") String city,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("from") String from,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("to") String to,
      @QueryParam("page") String page,
      @QueryParam("page_size") String pageSize) {
    return answer(new RankingQuery(city, limit, offset, from, to, page, pageSize), leaders::page);
  }

  private Response answer(RankingQuery query, BiFunction<Standings, RankingPart, JsonPage> pages) {
    var part = new RankingPart(query.cityKey(), query.slice());
    JsonPage page = pages.apply(scoreboard.standings(), part);
    return part.slice().answer(page.rows(), page.total(), uri);
  }
}
