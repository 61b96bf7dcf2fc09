package co.anb.showcase.api.progress;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.service.progress.LiveProgress;
import co.anb.showcase.service.video.VideoService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's clips while they are worked on, live. */
@Path("videos")
@ApplicationScoped
@Tag(name = "videos")
public class ProgressResource {

  @Inject private LiveProgress live;
  @Inject private VideoService videos;
  @Inject private Caller caller;
  @Inject private Client client;
  @Inject private Links links;

  /**
   * How far one of my clips is, live. Server-sent events named video: the present state first, then
   * every change, and at least one a second while the clip is processed. Ends with the final state,
   * or with an event named deleted. A client that reconnects gets the present state.
   */
  @GET
  @Path("{video_id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
  @APIResponse(
      responseCode = "200",
      description = "The data of every event named video",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = ProgressView.class)))
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "429", ref = "TooMany")
  public void videoEvents(
      @PathParam("video_id") String videoId, @Context SseEventSink sink, @Context Sse sse) {
    UUID id = Ids.video(videoId);
    var stream = new ProgressStream(id, sink, sse, links, client.language(), caller.revocation());
    live.follow(id, caller.id(), stream);
  }

  /** Whether the caller may follow a clip; JAX-RS would open a stream for this, too. */
  @HEAD
  @Path("{video_id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
  @Operation(hidden = true)
  public Response headers(@PathParam("video_id") String videoId) {
    videos.detail(Ids.video(videoId), caller.id());
    return Response.ok().type(MediaType.SERVER_SENT_EVENTS_TYPE).build();
  }
}
