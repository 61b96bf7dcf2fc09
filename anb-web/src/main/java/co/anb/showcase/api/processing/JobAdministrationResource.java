package co.anb.showcase.api.processing;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.domain.processing.JobState;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.processing.DeadLetterAdministration;
import co.anb.showcase.service.processing.JobAdministration;
import co.anb.showcase.service.processing.JobRow;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs of all clips: failures, and replays. */
@Path("admin")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class JobAdministrationResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_REPLAYS = 100;

  @Inject private JobAdministration jobs;
  @Inject private DeadLetterAdministration letters;
  @Inject private Caller caller;

  @Context private UriInfo uri;

  /**
   * The work on everybody's clips, latest first. error_detail says what broke the last attempt;
   * players never see it.
   *
   * @param state All states without it
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("jobs")
  @APIResponseSchema(AdministeredJobView[].class)
  public Response jobs(
      @Parameter(schema = @Schema(enumeration = {"queued", "running", "done", "failed"}))
          @QueryParam("state")
          String state,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<JobRow> page =
        jobs.list(Query.oneOf(JobState.class, state, null), slice.limit(), slice.offset());
    return slice.answer(
        page.rows().stream().map(AdministeredJobView::of).toList(), page.total(), uri);
  }

  /**
   * Process a failed clip once more. The job waits again and its task is sent, in one transaction.
   *
   * @return It waits for a worker
   */
  @POST
  @Path("jobs/{task_id}/replay")
  @APIResponseSchema(ReplayView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  public ReplayView replayJob(@PathParam("task_id") String taskId) {
    UUID id = Ids.video(taskId);
    jobs.replay(id, caller.id());
    return ReplayView.of(List.of(id), List.of(id));
  }

  /**
   * Tasks that were given up, newest first. Read from Kafka's topic video_tasks.dlq. waiting tells
   * whether the clip has still failed and can be replayed.
   *
   * @return The newest letters
   */
  @GET
  @Path("dead-letters")
  @APIResponseSchema(DeadLetterView[].class)
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public List<DeadLetterView> deadLetters(@QueryParam("limit") String limit) {
    return letters.newest(Query.number(limit, DEFAULT_LIMIT, 1, Slice.MAX_LIMIT)).stream()
        .map(DeadLetterView::of)
        .toList();
  }

  /**
   * Process several failed clips once more. Those that are gone or have not failed are left alone.
   * 1 to 100 at a time.
   *
   * @return Which of them wait for a worker now
   */
  @POST
  @Path("dead-letters/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  public ReplayView replayDeadLetters(ReplayRequest request) {
    List<UUID> wanted = ids(request);
    return ReplayView.of(wanted, jobs.replayAll(wanted, caller.id()));
  }

  private static List<UUID> ids(ReplayRequest request) {
    Bodies.required(request);
    if (request.videoIds() == null || request.videoIds().isEmpty()) {
      throw refused("field_required");
    }
    if (request.videoIds().size() > MAX_REPLAYS) {
      throw refused("field_too_long");
    }
    return request.videoIds().stream()
        .map(id -> Ids.find(id).orElseThrow(() -> refused("field_malformed")))
        .distinct()
        .toList();
  }

  private static ProblemException refused(String code) {
    return ProblemException.fields(List.of(new FieldError("video_ids", code)));
  }
}
