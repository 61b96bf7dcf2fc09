package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.jury.AssignmentDetail;
import co.anb.showcase.service.jury.AssignmentFilter;
import co.anb.showcase.service.jury.AssignmentView;
import co.anb.showcase.service.jury.ConflictRegister;
import co.anb.showcase.service.jury.ConflictView;
import co.anb.showcase.service.jury.FormerJurors;
import co.anb.showcase.service.jury.JurorView;
import co.anb.showcase.service.jury.JuryOffice;
import co.anb.showcase.service.jury.JuryRules;
import co.anb.showcase.service.jury.JuryScores;
import co.anb.showcase.service.jury.ScoredClip;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How administrators run the jury. */
@Path("admin/jury")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class JuryAdminResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private JuryRules rules;
  @Inject private JuryOffice office;
  @Inject private FormerJurors former;
  @Inject private ConflictRegister conflicts;
  @Inject private JuryScores scores;
  @Inject private Caller caller;

  @Context private UriInfo uri;

  /**
   * The rubric. The criteria in order, with names in Spanish and English, scale and weight.
   *
   * @return The criteria
   */
  @GET
  @Path("rubric")
  public RubricView adminJuryRubric() {
    return RubricView.of(rules.rubric());
  }

  /**
   * Replace the rubric. 1 to 20 criteria, in order. A known code keeps what drafts say of it, as
   * far as the new scale has it. Refused (rubric_in_use) once a sheet is submitted; sheets of
   * jurors who left are at /admin/jury/former-jurors.
   *
   * @return The new rubric
   */
  @PUT
  @Path("rubric")
  @Consumes(MediaType.APPLICATION_JSON)
  public RubricView changeJuryRubric(RubricRequest request) {
    return RubricView.of(rules.changeRubric(caller.id(), JuryResource.sent(request).toDrafts()));
  }

  /**
   * Settings of the jury. Blind mode, conflict by city, and how many scores a clip shall get.
   *
   * @return The settings
   */
  @GET
  @Path("settings")
  public JurySettingsView jurySettings() {
    return JurySettingsView.of(rules.settings());
  }

  /**
   * Change the settings of the jury. All members are required. A conflict by city hinders assigning
   * and submitting; what is submitted stays.
   *
   * @return The new settings
   */
  @PUT
  @Path("settings")
  @Consumes(MediaType.APPLICATION_JSON)
  public JurySettingsView changeJurySettings(JurySettingsRequest request) {
    JurySettingsRequest wanted = JuryResource.sent(request);
    return JurySettingsView.of(
        rules.changeSettings(
            caller.id(), wanted.blind(), wanted.sameCityConflict(), wanted.minScoresPerClip()));
  }

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
  @Path("assignments")
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
    var filter = new AssignmentFilter(id(juror), id(video), JuryResource.state(state));
    Page<AssignmentView> page = office.assignments(filter, slice.limit(), slice.offset());
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
  @Path("assignments/{assignment_id}")
  public JuryAssignmentDetailView juryAssignment(@PathParam("assignment_id") String assignmentId) {
    return JuryAssignmentDetailView.of(office.assignment(Ids.any(assignmentId)));
  }

  /**
   * Assign a clip to a juror. Only a published clip, once for each juror, and not in a conflict of
   * interest (conflict_of_interest).
   *
   * @return The assignment
   */
  @POST
  @Path("assignments")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = JuryAssignmentDetailView.class, responseCode = "201")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response assignClip(AssignRequest request) {
    AssignRequest wanted = JuryResource.sent(request);
    AssignmentDetail detail =
        office.assign(
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
  @Path("assignments/{assignment_id}")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "400", ref = "Invalid")
  public void unassignClip(@PathParam("assignment_id") String assignmentId) {
    office.unassign(caller.id(), Ids.any(assignmentId));
  }

  /**
   * Spread the clips evenly over jurors. Gives every published clip to jurors until it has its
   * minimum of scores; respects conflicts, loads jurors evenly. Adds only what is missing, so it
   * can be repeated, for instance when clips were published. Send {} for the defaults.
   *
   * @return What was added, and which clips are short of jurors
   */
  @POST
  @Path("assignments/spread")
  @Consumes(MediaType.APPLICATION_JSON)
  public SpreadView spreadClips(SpreadRequest request) {
    SpreadRequest wanted = JuryResource.sent(request);
    return SpreadView.of(office.spread(caller.id(), wanted.scoresPerClip(), wanted.jurors()));
  }

  /**
   * Reopen a submitted sheet. The sheet becomes a draft and does not count until it is submitted
   * again. The juror sees the reason. Refused (juror_left) if the juror is no longer one: nobody
   * could submit it again.
   *
   * @param assignmentId The assignment
   * @return The assignment and the sheet
   */
  @POST
  @Path("sheets/{assignment_id}/reopen")
  @Consumes(MediaType.APPLICATION_JSON)
  public JuryAssignmentDetailView reopenJurySheet(
      @PathParam("assignment_id") String assignmentId, JuryReasonRequest request) {
    UUID id = Ids.any(assignmentId);
    return JuryAssignmentDetailView.of(
        office.reopen(caller.id(), id, JuryResource.sent(request).reason()));
  }

  /**
   * Void a submitted sheet of a juror who left. It is gone for good, with its assignment; the audit
   * trail keeps scores and reason. Refused (juror_present) for a juror who can correct it: reopen
   * it instead.
   *
   * @param assignmentId The assignment
   */
  @POST
  @Path("sheets/{assignment_id}/void")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "204", description = "It is gone")
  public void voidJurySheet(
      @PathParam("assignment_id") String assignmentId, JuryReasonRequest request) {
    UUID id = Ids.any(assignmentId);
    former.voidSheet(caller.id(), id, JuryResource.sent(request).reason());
  }

  /**
   * The jurors with their progress. Accounts with the role of a juror, by name, with counts of
   * their clips, and mean and deviation of the totals they submitted.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("jurors")
  @APIResponseSchema(JurorRow[].class)
  public Response jurors(@QueryParam("limit") String limit, @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<JurorView> page = office.jurors(slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(JurorRow::of).toList(), page.total(), uri);
  }

  /**
   * Conflicts of interest. Declared by jurors and administrators, newest first. That nobody judges
   * the own clip, or by setting the own city, is not listed.
   *
   * @param juror Only of this juror
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("conflicts")
  @APIResponseSchema(JuryConflictView[].class)
  public Response juryConflicts(
      @QueryParam("juror") String juror,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<ConflictView> page = conflicts.list(id(juror), slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(JuryConflictView::of).toList(), page.total(), uri);
  }

  /**
   * Declare a conflict of interest. Submitted sheets of this pair no longer count, and it is never
   * assigned. One that stands already stays as it is.
   *
   * @return The conflict as it stands
   */
  @POST
  @Path("conflicts")
  @Consumes(MediaType.APPLICATION_JSON)
  public JuryConflictView addJuryConflict(JuryConflictRequest request) {
    JuryConflictRequest wanted = JuryResource.sent(request);
    return JuryConflictView.of(
        conflicts.declare(
            caller.id(),
            Ids.find(wanted.jurorId()).orElse(null),
            Ids.find(wanted.playerId()).orElse(null),
            wanted.reason()));
  }

  /**
   * Remove a conflict of interest. For one declared by mistake: what was submitted counts again.
   *
   * @param conflictId The conflict
   */
  @DELETE
  @Path("conflicts/{conflict_id}")
  @APIResponse(responseCode = "204", description = "It is gone")
  public void removeJuryConflict(@PathParam("conflict_id") String conflictId) {
    conflicts.remove(caller.id(), Ids.any(conflictId));
  }

  /**
   * The scores of the jury as they stand. Clips with at least one sheet that counts, best first:
   * how many sheets, their plain mean, and the score normalised for strict and lenient jurors.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("scores")
  @APIResponseSchema(JuryScoreView[].class)
  public Response juryScores(
      @QueryParam("limit") String limit, @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<ScoredClip> page = scores.ranked(slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(JuryScoreView::of).toList(), page.total(), uri);
  }

  private static UUID id(String filter) {
    return filter == null ? null : Ids.find(filter).orElseThrow(() -> Query.invalid(null));
  }
}
