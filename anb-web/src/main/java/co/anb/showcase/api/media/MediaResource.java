package co.anb.showcase.api.media;

import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.service.video.MediaService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of a player's own clips. */
@Path("videos")
@ApplicationScoped
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "videos")
public class MediaResource {

  @Inject private MediaService media;
  @Inject private Caller caller;
  @Inject private MediaDelivery delivery;

  /** What the player sent. */
  @GET
  @Path("{video_id}/original")
  @Operation(operationId = "originalFile", summary = "The file as uploaded; takes Range")
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response original(@PathParam("video_id") String videoId) throws IOException {
    return answer(videoId, MediaKind.ORIGINAL);
  }

  /** The contest's form. */
  @GET
  @Path("{video_id}/processed")
  @Operation(operationId = "processedFile", summary = "The processed clip; takes Range")
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response processed(@PathParam("video_id") String videoId) throws IOException {
    return answer(videoId, MediaKind.PROCESSED);
  }

  /** A still picture of the contest's form. */
  @GET
  @Path("{video_id}/poster")
  @Operation(operationId = "posterFile", summary = "The processed clip's still picture")
  @APIResponse(responseCode = "200", description = "image/jpeg")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response poster(@PathParam("video_id") String videoId) throws IOException {
    return answer(videoId, MediaKind.POSTER);
  }

  /** What the player sent, at the earlier system's address. */
  @GET
  @Path("original/{video_id}")
  @Operation(operationId = "originalFileAlias", summary = "The same as {video_id}/original")
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response originalAlias(@PathParam("video_id") String videoId) throws IOException {
    return original(videoId);
  }

  /** The contest's form, at the earlier system's address. */
  @GET
  @Path("processed/{video_id}")
  @Operation(operationId = "processedFileAlias", summary = "The same as {video_id}/processed")
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response processedAlias(@PathParam("video_id") String videoId) throws IOException {
    return processed(videoId);
  }

  private Response answer(String videoId, MediaKind kind) throws IOException {
    UUID id = Ids.video(videoId);
    return delivery.answer(id, kind, media.own(id, caller.id(), kind));
  }
}
