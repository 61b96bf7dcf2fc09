package co.anb.showcase.api.jury;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.media.MediaDelivery;
import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.api.problem.Problem;
import co.anb.showcase.domain.jury.AssignmentState;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.service.jury.JudgedClip;
import co.anb.showcase.service.jury.Judging;
import co.anb.showcase.service.jury.JuryRules;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.util.List;
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

/** What jurors do. What is assigned to somebody else is not found. */
@Path("jury")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("JUROR")
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "jury")
public class JuryResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private Judging judging;
  @Inject private JuryRules rules;
  @Inject private Caller caller;
  @Inject private Links links;
  @Inject private MediaDelivery delivery;

  @Context private UriInfo uri;

  /** What clips are judged by. */
  @GET
  @Path("rubric")
  @Operation(
      operationId = "juryRubric",
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

  /** The caller's clips. */
  @GET
  @Path("assignments")
  @Operation(
      operationId = "juryQueue",
      summary = "My clips, in my order",
      description =
          "Clips assigned to the caller and public. Each juror has an order of "
              + "his own. In blind mode title, username and city are null.")
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
              schema = @Schema(type = SchemaType.ARRAY, implementation = QueuedClipView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response queue(
      @QueryParam("state") String state,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<JudgedClip> page = judging.queue(caller.id(), state(state), slice.limit(), slice.offset());
    List<QueuedClipView> rows =
        page.rows().stream().map(clip -> QueuedClipView.of(clip, links)).toList();
    return slice.answer(rows, page.total(), uri);
  }

  /** The state of that name; null if none was sent. */
  static AssignmentState state(String name) {
    return name == null ? null : AssignmentState.parse(name).orElseThrow(() -> Query.invalid(null));
  }

  /** One of the caller's clips. */
  @GET
  @Path("assignments/{assignment_id}")
  @Operation(
      operationId = "jurySheet",
      summary = "One of my clips, with criteria and sheet",
      description =
          "A sheet that was never saved has version 0. What is not assigned to "
              + "the caller, or not public any more, is not found.")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(
      responseCode = "200",
      description = "The clip, the criteria and the sheet",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OpenSheetView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public OpenSheetView open(@PathParam("assignment_id") String assignmentId) {
    return OpenSheetView.of(judging.open(Ids.any(assignmentId), caller.id()), links);
  }

  /** The clip itself. */
  @GET
  @Path("assignments/{assignment_id}/video")
  @Operation(
      operationId = "juryVideoFile",
      summary = "The clip, as bytes",
      description =
          "Takes Range, If-Range and If-None-Match, and HEAD. The address and the "
              + "headers tell nothing about the player.")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "304", description = "It has not changed")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(
      responseCode = "416",
      description = "The range lies outside the file",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response video(@PathParam("assignment_id") String assignmentId) throws IOException {
    return file(assignmentId, MediaKind.PROCESSED);
  }

  /** A still picture of it. */
  @GET
  @Path("assignments/{assignment_id}/poster")
  @Operation(
      operationId = "juryPosterFile",
      summary = "A still picture of the clip, as bytes",
      description =
          "Takes Range, If-Range and If-None-Match, and HEAD. The address and the "
              + "headers tell nothing about the player.")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(responseCode = "200", description = "image/jpeg")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "304", description = "It has not changed")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(
      responseCode = "416",
      description = "The range lies outside the file",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response poster(@PathParam("assignment_id") String assignmentId) throws IOException {
    return file(assignmentId, MediaKind.POSTER);
  }

  /** Saves a draft. */
  @PUT
  @Path("assignments/{assignment_id}/sheet")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "saveJurySheet",
      summary = "Save a draft of the sheet",
      description =
          "Replaces what was saved; criteria may be left out until the sheet is "
              + "submitted. The version is the one that was read: if the sheet changed "
              + "meanwhile, nothing is saved (409).")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(
      responseCode = "200",
      description = "As saved, with its new version",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OpenSheetView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(
      responseCode = "409",
      description = "Somebody changed the sheet meanwhile; read it again",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public OpenSheetView save(@PathParam("assignment_id") String assignmentId, SheetRequest body) {
    UUID id = Ids.any(assignmentId);
    return OpenSheetView.of(judging.save(id, caller.id(), sent(body).toDraft()), links);
  }

  /** Hands a sheet in. */
  @POST
  @Path("assignments/{assignment_id}/submit")
  @Operation(
      operationId = "submitJurySheet",
      summary = "Submit the sheet",
      description =
          "Every criterion must have a value. Works out the total: the weighted "
              + "mean of the places on the scales, from 0 to 100. From then on the "
              + "sheet can only be read.")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Parameter(
      name = "version",
      in = ParameterIn.QUERY,
      description = "The version that was read; left out, the sheet is taken as it is",
      schema = @Schema(type = SchemaType.INTEGER))
  @APIResponse(
      responseCode = "200",
      description = "As submitted",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OpenSheetView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(
      responseCode = "409",
      description = "Somebody changed the sheet meanwhile; read it again",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public OpenSheetView submit(
      @PathParam("assignment_id") String assignmentId, @QueryParam("version") String version) {
    UUID id = Ids.any(assignmentId);
    Integer seen = version == null ? null : Query.number(version, 0, 0, Integer.MAX_VALUE);
    return OpenSheetView.of(judging.submit(id, caller.id(), seen), links);
  }

  /** Steps back from a player. */
  @POST
  @Path("assignments/{assignment_id}/conflict")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "declareJuryConflict",
      summary = "Declare a conflict of interest",
      description =
          "Takes all clips of this player out of the work of the caller, for "
              + "good; sheets already submitted no longer count. Only an administrator "
              + "can undo it.")
  @Parameter(
      name = "assignment_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The assignment",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(
      responseCode = "200",
      description = "The clip, now in state conflict",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = QueuedClipView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public QueuedClipView declareConflict(
      @PathParam("assignment_id") String assignmentId, JuryReasonRequest body) {
    UUID id = Ids.any(assignmentId);
    return QueuedClipView.of(judging.declareConflict(id, caller.id(), sent(body).reason()), links);
  }

  /** How far the caller is. */
  @GET
  @Path("progress")
  @Operation(
      operationId = "juryProgress",
      summary = "My progress",
      description = "How many clips there are in each state, of those that are public.")
  @APIResponse(
      responseCode = "200",
      description = "Counts",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JuryProgressView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public JuryProgressView progress() {
    return JuryProgressView.of(judging.progress(caller.id()));
  }

  private Response file(String assignmentId, MediaKind kind) throws IOException {
    UUID id = Ids.any(assignmentId);
    return delivery.answer(id, kind, judging.file(id, caller.id(), kind));
  }

  /** A body may be the word null, or missing. */
  static <T> T sent(T body) {
    if (body == null) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return body;
  }
}
