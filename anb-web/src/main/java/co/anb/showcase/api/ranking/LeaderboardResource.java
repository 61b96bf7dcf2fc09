package co.anb.showcase.api.ranking;

import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.domain.account.CityKey;
import co.anb.showcase.service.ranking.Leaderboards;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who leads, live. */
@Path("public/leaderboard/events")
@ApplicationScoped
@Tag(name = "public")
public class LeaderboardResource {

  private static final int DEFAULT_LIMIT = 10;

  @Inject private Leaderboards leaderboards;
  @Inject private LeaderViews leaders;
  @Inject private Client client;

  /**
   * The top of the ranking, live. Server-sent events named leaderboard: the rows of now first, then
   * whenever one of them changes, within 2 s of a vote; the same again after 10 s without news. The
   * stream ends after an hour; connect again.
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @PermitAll
  @APIResponse(
      responseCode = "200",
      description = "The data of every event named leaderboard",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = LeaderboardView.class)))
  @APIResponse(responseCode = "429", ref = "TooMany")
  public void leaderboardEvents(
      @QueryParam("city") String city,
      @QueryParam("limit") String limit,
      @Context SseEventSink sink,
      @Context Sse sse) {
    String wanted = Query.text(city);
    leaderboards.follow(
        client.address(),
        wanted == null ? null : CityKey.of(wanted),
        Query.number(limit, DEFAULT_LIMIT, 1, Slice.MAX_LIMIT),
        new LeaderboardStream(wanted, leaders, sink, sse));
  }

  /** Says what a GET would be; JAX-RS would open a stream for this, too. */
  @HEAD
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @PermitAll
  @Operation(hidden = true)
  public Response headers() {
    return Response.ok().type(MediaType.SERVER_SENT_EVENTS_TYPE).build();
  }
}
