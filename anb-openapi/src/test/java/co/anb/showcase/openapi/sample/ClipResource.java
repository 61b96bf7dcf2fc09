package co.anb.showcase.openapi.sample;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Clips. */
@Path("clips")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PLAYER", "ADMIN"})
public class ClipResource {

  /**
   * Clips, newest first. Those of <em>everybody</em>, for {@code limit} see there.
   *
   * @param city only clips of this city
   * @return a page of them
   */
  @GET
  @PermitAll
  @APIResponseSchema(ClipView[].class)
  public Response clips(
      @QueryParam("city") String city,
      @QueryParam("limit") String limit,
      @QueryParam("from") String from) {
    return Response.ok().build();
  }

  /**
   * One clip.
   *
   * @return the clip
   */
  @GET
  @Path("{video_id}")
  public ClipView clip(@PathParam("video_id") String videoId) {
    return null;
  }

  /** Change a clip. */
  @POST
  @Path("{video_id}")
  @Limited
  @RolesAllowed("ADMIN")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(ClipView.class)
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ClipView changeClip(@PathParam("video_id") String videoId, ClipView clip) {
    return null;
  }

  /** Delete my clips. */
  @DELETE
  public void deleteClips() {}

  /** Not in the document. */
  @HEAD
  @Operation(hidden = true)
  public Response headers() {
    return Response.ok().build();
  }
}
