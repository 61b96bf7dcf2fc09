package co.anb.showcase.api.media;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of a player's own clips. */
@Path("videos")
@ApplicationScoped
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
@Tag(name = "videos")
public class MediaResource {

  @Inject private MediaService media;
  @Inject private Caller caller;
  @Inject private MediaDelivery delivery;

  /** The file as uploaded; takes Range. */
  @GET
  @Path("{video_id}/original")
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response originalFile(@PathParam("video_id") String videoId) throws IOException {
    return answer(videoId, MediaKind.ORIGINAL);
  }

  /** The processed clip; takes Range. */
  @GET
  @Path("{video_id}/processed")
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response processedFile(@PathParam("video_id") String videoId) throws IOException {
    return answer(videoId, MediaKind.PROCESSED);
  }

  /** The processed clip's still picture. */
  @GET
  @Path("{video_id}/poster")
  @APIResponse(responseCode = "200", description = "image/jpeg")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response posterFile(@PathParam("video_id") String videoId) throws IOException {
    return answer(videoId, MediaKind.POSTER);
  }

  /** The same as {video_id}/original. */
  @GET
  @Path("original/{video_id}")
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response originalFileAlias(@PathParam("video_id") String videoId) throws IOException {
    return originalFile(videoId);
  }

  /** The same as {video_id}/processed. */
  @GET
  @Path("processed/{video_id}")
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response processedFileAlias(@PathParam("video_id") String videoId) throws IOException {
    return processedFile(videoId);
  }

  private Response answer(String videoId, MediaKind kind) throws IOException {
    UUID id = Ids.video(videoId);
    return delivery.answer(id, kind, media.own(id, caller.id(), kind));
  }
}
