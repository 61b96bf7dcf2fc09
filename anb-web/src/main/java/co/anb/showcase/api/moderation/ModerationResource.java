package co.anb.showcase.api.moderation;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.media.MediaDelivery;
import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.api.problem.Messages;
import co.anb.showcase.api.video.VideoAction;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which clips the public sees: administrators watch and decide. */
@Path("admin/videos")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@SecurityRequirement(name = AnbApplication.BEARER)
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

  /** Clips of everybody. */
  @GET
  @Operation(
      operationId = "moderationQueue",
      summary = "Clips of everybody, those to decide on first come first served",
      description =
          "state=pending, the default, lists what is processed and neither public nor withheld,"
              + " oldest first; other states newest first. q looks in titles, names and e-mail"
              + " addresses.")
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ModeratedView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response list(
      @Parameter(
              description = "all, waiting, failed, pending, published or withheld",
              schema =
                  @Schema(
                      enumeration = {
                        "all",
                        "waiting",
                        "failed",
                        "pending",
                        "published",
                        "withheld"
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

  /** Makes a clip public. */
  @POST
  @Path("{video_id}/approve")
  @Operation(
      operationId = "approveVideo",
      summary = "Publish a processed clip; idempotent",
      description = "Works in every publish mode. A withheld clip is restored, not approved.")
  @APIResponse(
      responseCode = "200",
      description = "It is public",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VideoAction.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public VideoAction approve(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    moderation.approve(id, caller.id());
    return new VideoAction(Messages.done("video_approved", client.language()), id);
  }

  /** Keeps a clip from the public. */
  @POST
  @Path("{video_id}/reject")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rejectVideo",
      summary = "Refuse a clip that is not public",
      description =
          "The owner reads the reason. Also a clip that a worker has not finished may be refused;"
              + " it will not be published then.")
  @APIResponse(
      responseCode = "200",
      description = "It is withheld",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VideoAction.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public VideoAction reject(@PathParam("video_id") String videoId, Decision decision) {
    UUID id = Ids.video(videoId);
    moderation.reject(id, caller.id(), reason(decision));
    return new VideoAction(Messages.done("video_rejected", client.language()), id);
  }

  /** Takes a clip away from the public. */
  @POST
  @Path("{video_id}/take-down")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "takeDownVideo",
      summary = "Withdraw a public clip",
      description =
          "It leaves the gallery and the ranking at once, and its files are no longer served. Its"
              + " votes stay and count again when it is restored.")
  @APIResponse(
      responseCode = "200",
      description = "It is withheld",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VideoAction.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public VideoAction takeDown(@PathParam("video_id") String videoId, Decision decision) {
    UUID id = Ids.video(videoId);
    moderation.takeDown(id, caller.id(), reason(decision));
    return new VideoAction(Messages.done("video_taken_down", client.language()), id);
  }

  /** Takes a rejection or a take-down back. */
  @POST
  @Path("{video_id}/restore")
  @Operation(
      operationId = "restoreVideo",
      summary = "Take a refusal or a withdrawal back",
      description = "A processed clip is public again.")
  @APIResponse(
      responseCode = "200",
      description = "It is no longer withheld",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VideoAction.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public VideoAction restore(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    moderation.restore(id, caller.id());
    return new VideoAction(Messages.done("video_restored", client.language()), id);
  }

  /** What the player sent. */
  @GET
  @Path("{video_id}/original")
  @Produces("video/mp4")
  @Operation(operationId = "anyOriginalFile", summary = "Any clip as uploaded; takes Range")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response original(@PathParam("video_id") String videoId) throws IOException {
    return file(videoId, MediaKind.ORIGINAL);
  }

  /** The contest's form. */
  @GET
  @Path("{video_id}/processed")
  @Produces("video/mp4")
  @Operation(operationId = "anyProcessedFile", summary = "Any processed clip; takes Range")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response processed(@PathParam("video_id") String videoId) throws IOException {
    return file(videoId, MediaKind.PROCESSED);
  }

  /** A still picture of the contest's form. */
  @GET
  @Path("{video_id}/poster")
  @Produces("image/jpeg")
  @Operation(operationId = "anyPosterFile", summary = "Any processed clip's still picture")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response poster(@PathParam("video_id") String videoId) throws IOException {
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
