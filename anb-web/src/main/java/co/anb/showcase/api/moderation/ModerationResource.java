package co.anb.showcase.api.moderation;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.media.MediaDelivery;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.api.problem.Messages;
import co.anb.showcase.api.video.VideoActionView;
import co.anb.showcase.domain.account.CityKey;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.service.moderation.ModeratedVideo;
import co.anb.showcase.service.moderation.ModerationQuery;
import co.anb.showcase.service.moderation.ModerationService;
import co.anb.showcase.service.moderation.ModerationState;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.video.MediaService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which clips the public sees: administrators watch and decide. */
@Path("admin/videos")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class ModerationResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private ModerationService moderation;
  @Inject private MediaService media;
  @Inject private MediaDelivery delivery;
  @Inject private Caller caller;
  @Inject private Client client;

  @Inject private Links links;

  @Context private UriInfo uri;

  /**
   * Clips of everybody, those to decide on first come first served. state=pending, the default,
   * lists what is processed and waits for a decision, oldest first; other states newest first. q
   * looks in titles, names and e-mail addresses.
   *
   * @param state all, waiting, failed, pending, published, withheld or withdrawn
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(ModeratedView[].class)
  public Response moderationQueue(
      @Parameter(
              schema =
                  @Schema(
                      enumeration = {
                        "all",
                        "waiting",
                        "failed",
                        "pending",
                        "published",
                        "withheld",
                        "withdrawn"
                      }))
          @QueryParam("state")
          String state,
      @QueryParam("city") String city,
      @QueryParam("q") String text,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    String wantedCity = Query.text(city);
    Page<ModeratedVideo> page =
        moderation.list(
            new ModerationQuery(
                state(state),
                wantedCity == null ? null : CityKey.of(wantedCity),
                Query.text(text),
                slice.limit(),
                slice.offset()));
    List<ModeratedView> rows =
        page.rows().stream().map(video -> ModeratedView.of(video, links)).toList();
    return slice.answer(rows, page.total(), uri);
  }

  private static ModerationState state(String state) {
    if ("all".equals(state)) {
      return null;
    }
    return Query.oneOf(ModerationState.class, state, ModerationState.PENDING);
  }

  /**
   * Publish a processed clip; idempotent. Works in every publish mode. A withheld clip is restored,
   * not approved.
   *
   * @return It is public
   */
  @POST
  @Path("{video_id}/approve")
  @APIResponseSchema(VideoActionView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  public VideoActionView approveVideo(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    moderation.approve(id, caller.id());
    return new VideoActionView(Messages.done("video_approved", client.language()), id);
  }

  /**
   * Refuse a clip that is not public. The owner reads the reason. Also a clip that a worker has not
   * finished may be refused; it will not be published then.
   *
   * @return It is withheld
   */
  @POST
  @Path("{video_id}/reject")
  @Consumes(MediaType.APPLICATION_JSON)
  public VideoActionView rejectVideo(@PathParam("video_id") String videoId, Decision decision) {
    UUID id = Ids.video(videoId);
    moderation.reject(id, caller.id(), reason(decision));
    return new VideoActionView(Messages.done("video_rejected", client.language()), id);
  }

  /**
   * Withdraw a public clip. It leaves the gallery and the ranking at once, and its files are no
   * longer served. Its votes stay and count again when it is restored.
   *
   * @return It is withheld
   */
  @POST
  @Path("{video_id}/take-down")
  @Consumes(MediaType.APPLICATION_JSON)
  public VideoActionView takeDownVideo(@PathParam("video_id") String videoId, Decision decision) {
    UUID id = Ids.video(videoId);
    moderation.takeDown(id, caller.id(), reason(decision));
    return new VideoActionView(Messages.done("video_taken_down", client.language()), id);
  }

  /**
   * Take a refusal or a withdrawal back. A processed clip is public again.
   *
   * @return It is no longer withheld
   */
  @POST
  @Path("{video_id}/restore")
  @APIResponseSchema(VideoActionView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  public VideoActionView restoreVideo(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    moderation.restore(id, caller.id());
    return new VideoActionView(Messages.done("video_restored", client.language()), id);
  }

  /** Any clip as uploaded; takes Range. */
  @GET
  @Path("{video_id}/original")
  @Produces("video/mp4")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "206", description = "The range asked for")
  public Response anyOriginalFile(@PathParam("video_id") String videoId) throws IOException {
    return file(videoId, MediaKind.ORIGINAL);
  }

  /** Any processed clip; takes Range. */
  @GET
  @Path("{video_id}/processed")
  @Produces("video/mp4")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "400", ref = "Invalid")
  public Response anyProcessedFile(@PathParam("video_id") String videoId) throws IOException {
    return file(videoId, MediaKind.PROCESSED);
  }

  /** Any processed clip's still picture. */
  @GET
  @Path("{video_id}/poster")
  @Produces("image/jpeg")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "400", ref = "Invalid")
  public Response anyPosterFile(@PathParam("video_id") String videoId) throws IOException {
    return file(videoId, MediaKind.POSTER);
  }

  private Response file(String videoId, MediaKind kind) throws IOException {
    UUID id = Ids.video(videoId);
    return delivery.answer(id, kind, media.any(id, kind));
  }

  private static String reason(Decision decision) {
    if (decision == null) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return decision.reason();
  }
}
