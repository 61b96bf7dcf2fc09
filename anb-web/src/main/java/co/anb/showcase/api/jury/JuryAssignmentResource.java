package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.jury.AssignedSheet;
import co.anb.showcase.service.jury.AssignmentAdministration;
import co.anb.showcase.service.jury.AssignmentFilter;
import co.anb.showcase.service.jury.AssignmentRow;
import co.anb.showcase.service.jury.SpreadAdministration;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How administrators give clips to jurors. */
@Path("admin/jury/assignments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class JuryAssignmentResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private AssignmentAdministration assignments;
  @Inject private SpreadAdministration spreading;
  @Inject private Caller caller;

  @Context private UriInfo uri;

  /**
   * Who judges what. By juror and place in the queue of the juror. Assignments of clips that are
   * not public are listed too; jurors do not see them.
   *
   * @param juror Only of this juror
   * @param video Only of this clip
   * @param state Only those in this state
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(JuryAssignmentView[].class)
  public Response juryAssignments(
      @QueryParam("juror") String juror,
      @QueryParam("video") String video,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"todo", "draft", "submitted", "conflict"}))
          @QueryParam("state")
          String state,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    var filter = new AssignmentFilter(Query.id(juror), Query.id(video), JuryResource.state(state));
    Page<AssignmentRow> page = assignments.assignments(filter, slice.limit(), slice.offset());
    return slice.answer(
        page.rows().stream().map(JuryAssignmentView::of).toList(), page.total(), uri);
  }

  /**
   * One assignment with its sheet. With scores and comment, also of a draft.
   *
   * @param assignmentId The assignment
   * @return The assignment and the sheet
   */
  @GET
  @Path("{assignment_id}")
  public JuryAssignmentDetailView juryAssignment(@PathParam("assignment_id") String assignmentId) {
    return JuryAssignmentDetailView.of(assignments.assignment(Ids.any(assignmentId)));
  }

  /**
   * Assign a clip to a juror. Only a published clip, once for each juror, and not in a conflict of
   * interest (conflict_of_interest).
   *
   * @return The assignment
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = JuryAssignmentDetailView.class, responseCode = "201")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response assignClip(AssignRequest request) {
    AssignRequest wanted = Bodies.required(request);
    AssignedSheet detail =
        assignments.assign(
            caller.id(),
            Ids.find(wanted.jurorId()).orElse(null),
            Ids.find(wanted.videoId()).orElse(null));
    URI location =
        uri.getBaseUriBuilder()
            .path("admin/jury/assignments")
            .path(detail.assignment().clip().id().toString())
            .build();
    return Response.created(location).entity(JuryAssignmentDetailView.of(detail)).build();
  }

  /**
   * Take a clip from a juror. With the draft, if there is one. Refused (sheet_submitted) once the
   * sheet is submitted.
   *
   * @param assignmentId The assignment
   */
  @DELETE
  @Path("{assignment_id}")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "400", ref = "Invalid")
  public void unassignClip(@PathParam("assignment_id") String assignmentId) {
    assignments.unassign(caller.id(), Ids.any(assignmentId));
  }

  /**
   * Spread the clips evenly over jurors. Gives every published clip to jurors until it has its
   * minimum of scores; respects conflicts, loads jurors evenly. Adds only what is missing, so it
   * can be repeated, for instance when clips were published. Send {} for the defaults.
   *
   * @return What was added, and which clips are short of jurors
   */
  @POST
  @Path("spread")
  @Consumes(MediaType.APPLICATION_JSON)
  public SpreadView spreadClips(SpreadRequest request) {
    SpreadRequest wanted = Bodies.required(request);
    return SpreadView.of(spreading.spread(caller.id(), wanted.scoresPerClip(), wanted.jurors()));
  }
}
