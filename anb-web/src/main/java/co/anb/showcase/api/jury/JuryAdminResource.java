package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.jury.AssignmentAdministration;
import co.anb.showcase.service.jury.AssignmentDetail;
import co.anb.showcase.service.jury.AssignmentFilter;
import co.anb.showcase.service.jury.AssignmentSpreading;
import co.anb.showcase.service.jury.AssignmentView;
import co.anb.showcase.service.jury.ConflictRegister;
import co.anb.showcase.service.jury.ConflictView;
import co.anb.showcase.service.jury.FormerJurors;
import co.anb.showcase.service.jury.JurorAdministration;
import co.anb.showcase.service.jury.JurorView;
import co.anb.showcase.service.jury.JuryRules;
import co.anb.showcase.service.jury.JuryScores;
import co.anb.showcase.service.jury.ScoredClip;
import co.anb.showcase.service.jury.SheetAdministration;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How administrators run the jury. */
@Path("admin/jury")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "administration")
public class JuryAdminResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private JuryRules rules;
  @Inject private AssignmentAdministration assignments;
  @Inject private AssignmentSpreading spreading;
  @Inject private SheetAdministration sheets;
  @Inject private JurorAdministration jurors;
  @Inject private FormerJurors former;
  @Inject private ConflictRegister conflicts;
  @Inject private JuryScores scores;
  @Inject private Caller caller;

  @Context private UriInfo uri;

  /** What clips are judged by. */
  @GET
  @Path("rubric")
  @Operation(
      operationId = "adminJuryRubric",
      summary = "The rubric",
      description =
          "The criteria in order, with names in Spanish and English, scale and " + "weight.")
  @APIResponse(
      responseCode = "200",
      description = "The criteria",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RubricView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public RubricView rubric() {
    return RubricView.of(rules.rubric());
  }

  /** Replaces the rubric. */
  @PUT
  @Path("rubric")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeJuryRubric",
      summary = "Replace the rubric",
      description =
          "1 to 20 criteria, in order. A known code keeps what drafts say of it, "
              + "as far as the new scale has it. Refused (rubric_in_use) once a sheet "
              + "is submitted; sheets of jurors who left are at "
              + "/admin/jury/former-jurors.")
  @APIResponse(
      responseCode = "200",
      description = "The new rubric",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RubricView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public RubricView changeRubric(RubricRequest request) {
    return RubricView.of(rules.changeRubric(caller.id(), JuryResource.sent(request).toDrafts()));
  }

  /** How the jury works. */
  @GET
  @Path("settings")
  @Operation(
      operationId = "jurySettings",
      summary = "Settings of the jury",
      description = "Blind mode, conflict by city, and how many scores a clip shall get.")
  @APIResponse(
      responseCode = "200",
      description = "The settings",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JurySettingsView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public JurySettingsView settings() {
    return JurySettingsView.of(rules.settings());
  }

  /** Changes how the jury works. */
  @PUT
  @Path("settings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeJurySettings",
      summary = "Change the settings of the jury",
      description =
          "All members are required. A conflict by city hinders assigning and "
              + "submitting; what is submitted stays.")
  @APIResponse(
      responseCode = "200",
      description = "The new settings",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JurySettingsView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public JurySettingsView changeSettings(JurySettingsRequest request) {
    JurySettingsRequest wanted = JuryResource.sent(request);
    return JurySettingsView.of(
        rules.changeSettings(
            caller.id(), wanted.blind(), wanted.sameCityConflict(), wanted.minScoresPerClip()));
  }

  /** Assignments. */
  @GET
  @Path("assignments")
  @Operation(
      operationId = "juryAssignments",
      summary = "Who judges what",
      description =
          "By juror and place in the queue of the juror. Assignments of clips "
              + "that are not public are listed too; jurors do not see them.")
  @Parameter(
      name = "juror",
      in = ParameterIn.QUERY,
      description = "Only of this juror",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Parameter(
      name = "video",
      in = ParameterIn.QUERY,
      description = "Only of this clip",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      description = "Only those in this state",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"todo", "draft", "submitted", "conflict"}))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "1 to 100, by default 50",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "From 0",
      schema = @Schema(type = SchemaType.INTEGER))
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = JuryAssignmentView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response assignments(
      @QueryParam("juror") String juror,
      @QueryParam("video") String video,
      @QueryParam("state") String state,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    var filter = new AssignmentFilter(id(juror), id(video), JuryResource.state(state));
    Page<AssignmentView> page = assignments.assignments(filter, slice.limit(), slice.offset());
    return slice.answer(
        page.rows().stream().map(JuryAssignmentView::of).toList(), page.total(), uri);
  }

  /** One assignment. */
  @GET
  @Path("assignments/{assignment_id}")
  @Operation(
      operationId = "juryAssignment",
      summary = "One assignment with its sheet",
      description = "With scores and comment, also of a draft.")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(
      responseCode = "200",
      description = "The assignment and the sheet",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JuryAssignmentDetailView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public JuryAssignmentDetailView assignment(@PathParam("assignment_id") String assignmentId) {
    return JuryAssignmentDetailView.of(assignments.assignment(Ids.any(assignmentId)));
  }

  /** Gives a clip to a juror. */
  @POST
  @Path("assignments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "assignClip",
      summary = "Assign a clip to a juror",
      description =
          "Only a published clip, once for each juror, and not in a conflict of "
              + "interest (conflict_of_interest).")
  @APIResponse(
      responseCode = "201",
      description = "The assignment",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JuryAssignmentDetailView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response assign(AssignRequest request) {
    AssignRequest wanted = JuryResource.sent(request);
    AssignmentDetail detail =
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

  /** Takes a clip from a juror. */
  @DELETE
  @Path("assignments/{assignment_id}")
  @Operation(
      operationId = "unassignClip",
      summary = "Take a clip from a juror",
      description =
          "With the draft, if there is one. Refused (sheet_submitted) once the "
              + "sheet is submitted.")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public void unassign(@PathParam("assignment_id") String assignmentId) {
    assignments.unassign(caller.id(), Ids.any(assignmentId));
  }

  /** Spreads the clips. */
  @POST
  @Path("assignments/spread")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "spreadClips",
      summary = "Spread the clips evenly over jurors",
      description =
          "Gives every published clip to jurors until it has its minimum of "
              + "scores; respects conflicts, loads jurors evenly. Adds only what is "
              + "missing, so it can be repeated, for instance when clips were "
              + "published. Send {} for the defaults.")
  @APIResponse(
      responseCode = "200",
      description = "What was added, and which clips are short of jurors",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SpreadView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public SpreadView spread(SpreadRequest request) {
    SpreadRequest wanted = JuryResource.sent(request);
    return SpreadView.of(spreading.spread(caller.id(), wanted.scoresPerClip(), wanted.jurors()));
  }

  /** Makes a submitted sheet a draft again. */
  @POST
  @Path("sheets/{assignment_id}/reopen")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reopenJurySheet",
      summary = "Reopen a submitted sheet",
      description =
          "The sheet becomes a draft and does not count until it is submitted "
              + "again. The juror sees the reason. Refused (juror_left) if the juror "
              + "is no longer one: nobody could submit it again.")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(
      responseCode = "200",
      description = "The assignment and the sheet",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JuryAssignmentDetailView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public JuryAssignmentDetailView reopen(
      @PathParam("assignment_id") String assignmentId, JuryReasonRequest request) {
    UUID id = Ids.any(assignmentId);
    return JuryAssignmentDetailView.of(
        sheets.reopen(caller.id(), id, JuryResource.sent(request).reason()));
  }

  /** Takes a submitted sheet out. */
  @POST
  @Path("sheets/{assignment_id}/void")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "voidJurySheet",
      summary = "Void a submitted sheet of a juror who left",
      description =
          "It is gone for good, with its assignment; the audit trail keeps scores and reason. "
              + "Refused (juror_present) for a juror who can correct it: reopen it instead.")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public void voidSheet(
      @PathParam("assignment_id") String assignmentId, JuryReasonRequest request) {
    UUID id = Ids.any(assignmentId);
    former.voidSheet(caller.id(), id, JuryResource.sent(request).reason());
  }

  /** The jurors. */
  @GET
  @Path("jurors")
  @Operation(
      operationId = "jurors",
      summary = "The jurors with their progress",
      description =
          "Accounts with the role of a juror, by name, with counts of their "
              + "clips, and mean and deviation of the totals they submitted.")
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "1 to 100, by default 50",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "From 0",
      schema = @Schema(type = SchemaType.INTEGER))
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = JurorRow.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response jurors(@QueryParam("limit") String limit, @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<JurorView> page = jurors.jurors(slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(JurorRow::of).toList(), page.total(), uri);
  }

  /** Conflicts of interest. */
  @GET
  @Path("conflicts")
  @Operation(
      operationId = "juryConflicts",
      summary = "Conflicts of interest",
      description =
          "Declared by jurors and administrators, newest first. That nobody "
              + "judges the own clip, or by setting the own city, is not listed.")
  @Parameter(
      name = "juror",
      in = ParameterIn.QUERY,
      description = "Only of this juror",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "1 to 100, by default 50",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "From 0",
      schema = @Schema(type = SchemaType.INTEGER))
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = JuryConflictView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response conflicts(
      @QueryParam("juror") String juror,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<ConflictView> page = conflicts.list(id(juror), slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(JuryConflictView::of).toList(), page.total(), uri);
  }

  /** Declares a conflict. */
  @POST
  @Path("conflicts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addJuryConflict",
      summary = "Declare a conflict of interest",
      description =
          "Submitted sheets of this pair no longer count, and it is never "
              + "assigned. One that stands already stays as it is.")
  @APIResponse(
      responseCode = "200",
      description = "The conflict as it stands",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JuryConflictView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public JuryConflictView declare(JuryConflictRequest request) {
    JuryConflictRequest wanted = JuryResource.sent(request);
    return JuryConflictView.of(
        conflicts.declare(
            caller.id(),
            Ids.find(wanted.jurorId()).orElse(null),
            Ids.find(wanted.playerId()).orElse(null),
            wanted.reason()));
  }

  /** Takes a conflict out. */
  @DELETE
  @Path("conflicts/{conflict_id}")
  @Operation(
      operationId = "removeJuryConflict",
      summary = "Remove a conflict of interest",
      description = "For one declared by mistake: what was submitted counts again.")
  @Parameter(
      name = "conflict_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The conflict",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public void remove(@PathParam("conflict_id") String conflictId) {
    conflicts.remove(caller.id(), Ids.any(conflictId));
  }

  /** The clips' scores. */
  @GET
  @Path("scores")
  @Operation(
      operationId = "juryScores",
      summary = "The scores of the jury as they stand",
      description =
          "Clips with at least one sheet that counts, best first: how many "
              + "sheets, their plain mean, and the score normalised for strict and "
              + "lenient jurors.")
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "1 to 100, by default 50",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "From 0",
      schema = @Schema(type = SchemaType.INTEGER))
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = JuryScoreView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response scores(@QueryParam("limit") String limit, @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<ScoredClip> page = scores.ranked(slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(JuryScoreView::of).toList(), page.total(), uri);
  }

  private static UUID id(String filter) {
    return filter == null ? null : Ids.find(filter).orElseThrow(() -> Query.invalid(null));
  }
}
