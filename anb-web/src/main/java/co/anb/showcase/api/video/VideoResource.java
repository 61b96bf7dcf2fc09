package co.anb.showcase.api.video;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Limited;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.api.problem.Messages;
import co.anb.showcase.api.upload.UploadForm;
import co.anb.showcase.api.upload.UploadView;
import co.anb.showcase.service.limit.Activity;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.ContractTexts;
import co.anb.showcase.service.upload.Upload;
import co.anb.showcase.service.upload.UploadService;
import co.anb.showcase.service.video.VideoRow;
import co.anb.showcase.service.video.VideoService;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A player's own clips. */
@Path("videos")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
@Tag(name = "videos")
public class VideoResource {

  @Inject private VideoService videos;
  @Inject private UploadService uploads;
  @Inject private Caller caller;
  @Inject private Client client;
  @Inject private Links links;

  @Context private HttpHeaders headers;
  @Context private UriInfo uri;

  /**
   * Upload a clip. With Idempotency-Key a repetition answers the first result.
   *
   * @return Accepted; it is being processed
   */
  @POST
  @Path("upload")
  @Limited(Activity.UPLOAD)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = UploadForm.class)))
  @APIResponseSchema(value = UploadView.class, responseCode = "201")
  public Response uploadVideo(
      InputStream body, @HeaderParam("Idempotency-Key") String idempotencyKey) {
    var form = UploadForm.of(headers.getMediaType(), body);
    UUID id = uploads.accept(new Upload(caller.id(), form, idempotencyKey));
    return Response.created(uri.getBaseUriBuilder().path("videos").path(id.toString()).build())
        .entity(UploadView.of(id))
        .build();
  }

  /** Takes a clip in, under the name that REST suggests. */
  @POST
  @Limited(Activity.UPLOAD)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response createClip(
      InputStream body, @HeaderParam("Idempotency-Key") String idempotencyKey) {
    return uploadVideo(body, idempotencyKey);
  }

  /**
   * My clips, oldest first.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(ListedVideoView[].class)
  public Response myVideos(
      @QueryParam("sort") String sort,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, Slice.MAX_LIMIT);
    Page<VideoRow> page = videos.own(caller.id(), newestFirst(sort), slice.limit(), slice.offset());
    String language = client.language();
    List<ListedVideoView> rows =
        page.rows().stream().map(view -> ListedVideoView.of(view, links, language)).toList();
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

  /**
   * One of my clips.
   *
   * @return What is not known yet is null
   */
  @GET
  @Path("{video_id}")
  @APIResponseSchema(VideoView.class)
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public VideoView myVideo(@PathParam("video_id") String videoId) {
    return VideoView.of(videos.detail(Ids.video(videoId), caller.id()), links, client.language());
  }

  /**
   * Delete a clip that is not published.
   *
   * @return It is gone, with its files
   */
  @DELETE
  @Path("{video_id}")
  @APIResponseSchema(VideoActionView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public VideoActionView deleteVideo(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    videos.delete(id, caller.id());
    return new VideoActionView(ContractTexts.DELETED, id);
  }

  /**
   * Take a published clip out of the contest; idempotent. It leaves gallery, ranking, jury and
   * media at once and cannot be published again. Its votes and score sheets no longer count. A
   * result that is fixed stays as it is.
   *
   * @return It is withdrawn
   */
  @POST
  @Path("{video_id}/withdraw")
  @APIResponseSchema(VideoActionView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public VideoActionView withdrawVideo(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    videos.withdraw(id, caller.id());
    return new VideoActionView(Messages.done("video_withdrawn", client.language()), id);
  }

  /**
   * Publish a processed clip; idempotent.
   *
   * @return It is public
   */
  @POST
  @Path("{video_id}/publish")
  @APIResponseSchema(VideoActionView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public VideoActionView publishVideo(@PathParam("video_id") String videoId) {
    UUID id = Ids.video(videoId);
    videos.publish(id, caller.id());
    return new VideoActionView(Messages.done("video_published", client.language()), id);
  }

  /**
   * The same as POST.
   *
   * @return It is public
   */
  @PUT
  @Path("{video_id}/publish")
  @APIResponseSchema(VideoActionView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public VideoActionView putPublishVideo(@PathParam("video_id") String videoId) {
    return publishVideo(videoId);
  }
}
