package co.anb.showcase.api.processing;

import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.service.video.VideoService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The work on the caller's clips. */
@Path("jobs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "videos")
public class JobResource {

  @Inject private VideoService videos;
  @Inject private Caller caller;
  @Inject private Client client;

  /**
   * How far the work on a clip is.
   *
   * @return Status and percent
   */
  @GET
  @Path("{task_id}")
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
  @APIResponseSchema(JobView.class)
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public JobView job(@PathParam("task_id") String taskId) {
    return JobView.of(videos.detail(Ids.video(taskId), caller.id()), client.language());
  }
}
