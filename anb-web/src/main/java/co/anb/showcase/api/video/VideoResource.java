package co.anb.showcase.api.video;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Limited;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.api.upload.UploadAnswer;
import co.anb.showcase.api.upload.UploadForm;
import co.anb.showcase.service.limit.Activity;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.upload.Upload;
import co.anb.showcase.service.upload.UploadService;
import co.anb.showcase.service.video.VideoService;
import co.anb.showcase.service.video.VideoView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A player's own clips. */
@Path("videos")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "videos")
public class VideoResource {

  @Inject private VideoService videos;
  @Inject private UploadService uploads;
  @Inject private Caller caller;
  @Inject private Client client;
  @Inject private Links links;

  @Context private HttpHeaders headers;
  @Context private UriInfo uri;

  /** Takes a clip in. */
  @POST
  @Path("upload")
  @Limited(Activity.UPLOAD)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "uploadVideo",
      summary = "Upload a clip",
      description = "With Idempotency-Key a repetition answers the first result.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = UploadForm.class)))
  @APIResponse(
      responseCode = "201",
      description = "Accepted; it is being processed",
      content = @Content(schema = @Schema(implementation = UploadAnswer.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "429", ref = "TooMany")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response upload(InputStream body, @HeaderParam("Idempotency-Key") String idempotencyKey) {
    var form = UploadForm.of(headers.getMediaType(), body);
    UUID id = uploads.accept(new Upload(caller.id(), form, idempotencyKey));
    return Response.created(uri.getBaseUriBuilder().path("videos").path(id.toString()).build())
        .entity(UploadAnswer.of(id))
        .build();
  }

  /** The caller's clips. */
  @GET
  @Operation(operationId = "myVideos", summary = "My clips, oldest first")
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = VideoRow.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response list(
      @QueryParam("sort") String sort,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, Slice.MAX_LIMIT);
    Page<VideoView> page =
        videos.own(caller.id(), newestFirst(sort), slice.limit(), slice.offset());
    String language = client.language();
    List<VideoRow> rows =
        page.rows().stream().map(view -> VideoRow.of(view, links, language)).toList();
    return slice.answer(rows, page.total(), uri);
  }

  private static boolean newestFirst(String sort) {
    if (sort == null || sort.equals("uploaded_at")) {
      return false;
    }
    if (sort.equals("-uploaded_at")) {
      return true;
    }
    throw Query.invalid(null);
  }

  /** One of the caller's clips. */
  @GET
  @Path("{video_id}")
  @Operation(operationId = "myVideo", summary = "One of my clips")
  @APIResponse(
      responseCode = "200",
      description = "What is not known yet is null",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VideoDetail.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public VideoDetail detail(@PathParam("video_id") String videoId) {
    return VideoDetail.of(videos.detail(Ids.video(videoId), caller.id()), links, client.language());
  }

  /** Deletes one of the caller's clips. */
  @DELETE
  @Path("{video_id}")
  @Operation(operationId = "deleteVideo", summary = "Delete a clip that is not published")
  @APIResponse(
      responseCode = "200",
      description = "It is gone, with its files",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VideoAction.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public VideoAction delete(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    videos.delete(id, caller.id());
    return new VideoAction("El video ha sido eliminado exitosamente.", id);
  }

  /**
   * Makes one of the caller's clips public.
   *
   * @throws ProblemException NOT_PROCESSED, VIDEO_NOT_FOUND or FORBIDDEN
   */
  @POST
  @Path("{video_id}/publish")
  @Operation(operationId = "publishVideo", summary = "Publish a processed clip; idempotent")
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
  public VideoAction publish(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    videos.publish(id, caller.id());
    return new VideoAction("El video ha sido publicado exitosamente.", id);
  }

  /** The same by another method. */
  @PUT
  @Path("{video_id}/publish")
  @Operation(operationId = "putPublishVideo", summary = "The same as POST")
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
  public VideoAction putPublish(@PathParam("video_id") String videoId) {
    return publish(videoId);
  }
}
