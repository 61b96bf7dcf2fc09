package co.anb.showcase.api.voting;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.JsonPage;
import co.anb.showcase.api.platform.Limited;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.api.problem.Messages;
import co.anb.showcase.domain.account.CityKey;
import co.anb.showcase.service.limit.Activity;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.ContractTexts;
import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.ranking.Scoreboard;
import co.anb.showcase.service.ranking.Standings;
import co.anb.showcase.service.voting.Gallery;
import co.anb.showcase.service.voting.GalleryQuery;
import co.anb.showcase.service.voting.PublicVideo;
import co.anb.showcase.service.voting.VoteOrigin;
import co.anb.showcase.service.voting.VotingService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Published clips, and votes for them. */
@Path("public")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public")
public class GalleryResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private VotingService voting;
  @Inject private Scoreboard scoreboard;
  @Inject private Caller caller;

  @Inject private Client client;
  @Inject private GalleryRows rows;
  @Inject private Links links;

  @Context private UriInfo uri;

  /**
   * Published clips; user_vote needs a token.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("videos")
  @PermitAll
  @APIResponseSchema(PublicVideoView[].class)
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  public Response gallery(
      @QueryParam("city") String city,
      @QueryParam("q") String text,
      @QueryParam("player") String player,
      @QueryParam("sort") String sort,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    String wantedCity = Query.text(city);
    var query =
        new GalleryQuery(
            wantedCity == null ? null : CityKey.of(wantedCity),
            Query.text(text),
            Query.id(player),
            byVotes(sort),
            slice.limit(),
            slice.offset());
    JsonPage page = page(query);
    return slice.answer(page.rows(), page.total(), uri);
  }

  private JsonPage page(GalleryQuery query) {
    Standings standings = scoreboard.standings();
    Optional<UUID> reader = caller.find();
    if (reader.isEmpty()) {
      return rows.forEveryone(standings, query);
    }
    Page<PublishedClip> page = Gallery.page(standings, query);
    List<UUID> ids = page.rows().stream().map(PublishedClip::videoId).toList();
    return rows.forVoter(page, voting.votedFor(reader.get(), ids));
  }

  private static boolean byVotes(String sort) {
    if (sort == null || sort.equals("recent")) {
      return false;
    }
    if (sort.equals("votes")) {
      return true;
    }
    throw Query.invalid(null);
  }

  /**
   * One published clip.
   *
   * @return The clip
   */
  @GET
  @Path("videos/{video_id}")
  @PermitAll
  @APIResponseSchema(PublicVideoView.class)
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  public PublicVideoView publicVideo(@PathParam("video_id") String videoId) {
    PublicVideo video = voting.one(Ids.video(videoId), caller.find().orElse(null));
    return PublicVideoView.of(video.clip(), video.userVote(), links);
  }

  /**
   * Vote for a clip, once.
   *
   * @return The clip's votes
   */
  @POST
  @Path("videos/{video_id}/vote")
  @Limited(Activity.VOTE)
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
  @APIResponseSchema(VoteView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  public VoteView vote(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    return new VoteView(ContractTexts.VOTED, id, voting.vote(id, caller.id(), origin()));
  }

  /**
   * Take my vote back.
   *
   * @return The clip's votes
   */
  @DELETE
  @Path("videos/{video_id}/vote")
  @Limited(Activity.VOTE)
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
  @APIResponseSchema(VoteView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  public VoteView takeVoteBack(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    return new VoteView(
        Messages.done("vote_taken_back", client.language()),
        id,
        voting.takeBack(id, caller.id(), origin()));
  }

  private VoteOrigin origin() {
    return new VoteOrigin(client.address(), client.agent());
  }

  /**
   * The clips I voted for, latest first.
   *
   * @return Ids of clips
   */
  @GET
  @Path("my-votes")
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
  public List<VotedForView> myVotes() {
    return voting.votedFor(caller.id()).stream().map(VotedForView::new).toList();
  }
}
