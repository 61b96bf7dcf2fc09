package co.anb.showcase.api.jury;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.media.MediaDelivery;
import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.domain.jury.AssignmentState;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.service.jury.JudgedClip;
import co.anb.showcase.service.jury.JudgingService;
import co.anb.showcase.service.jury.JurySettingsService;
import co.anb.showcase.service.platform.Page;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What jurors do. An assignment of another juror is not found. */
@Path("jury")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("JUROR")
@Tag(name = "jury")
public class JuryResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private JudgingService judging;
  @Inject private JurySettingsService rules;
  @Inject private Caller caller;
  @Inject private Links links;
  @Inject private MediaDelivery delivery;

  @Context private UriInfo uri;

  /**
   * The rubric. The criteria in order, with names in Spanish and English, scale and weight.
   *
   * @return The criteria
   */
  @GET
  @Path("rubric")
  public RubricView juryRubric() {
    return RubricView.of(rules.rubric());
  }

  /**
   * My clips, in my order. Clips assigned to the caller and public. Each juror has an order of his
   * own. In blind mode title, username and city are null.
   *
   * @param state Only those in this state
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("assignments")
  @APIResponseSchema(QueuedClipView[].class)
  public Response juryQueue(
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
    Page<JudgedClip> page = judging.queue(caller.id(), state(state), slice.limit(), slice.offset());
    List<QueuedClipView> rows =
        page.rows().stream().map(clip -> QueuedClipView.of(clip, links)).toList();
    return slice.answer(rows, page.total(), uri);
  }

  /** The state of that name; null if none was sent. */
  static AssignmentState state(String name) {
    return name == null ? null : AssignmentState.parse(name).orElseThrow(() -> Query.invalid(null));
  }

  /**
   * One of my clips, with criteria and sheet. A sheet that was never saved has version 0. What is
   * not assigned to the caller, or not public any more, is not found.
   *
   * @param assignmentId The assignment
   * @return The clip, the criteria and the sheet
   */
  @GET
  @Path("assignments/{assignment_id}")
  public OpenSheetView jurySheet(@PathParam("assignment_id") String assignmentId) {
    return OpenSheetView.of(judging.open(Ids.any(assignmentId), caller.id()), links);
  }

  /**
   * The clip, as bytes. Takes Range, If-Range and If-None-Match, and HEAD. The address and the
   * headers tell nothing about the player.
   *
   * @param assignmentId The assignment
   */
  @GET
  @Path("assignments/{assignment_id}/video")
  @APIResponse(responseCode = "200", description = "video/mp4")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "304", description = "It has not changed")
  @APIResponse(responseCode = "416", ref = "RangeNotSatisfiable")
  public Response juryVideoFile(@PathParam("assignment_id") String assignmentId)
      throws IOException {
    return file(assignmentId, MediaKind.PROCESSED);
  }

  /**
   * A still picture of the clip, as bytes. Takes Range, If-Range and If-None-Match, and HEAD. The
   * address and the headers tell nothing about the player.
   *
   * @param assignmentId The assignment
   */
  @GET
  @Path("assignments/{assignment_id}/poster")
  @APIResponse(responseCode = "200", description = "image/jpeg")
  @APIResponse(responseCode = "206", description = "The range asked for")
  @APIResponse(responseCode = "304", description = "It has not changed")
  @APIResponse(responseCode = "416", ref = "RangeNotSatisfiable")
  public Response juryPosterFile(@PathParam("assignment_id") String assignmentId)
      throws IOException {
    return file(assignmentId, MediaKind.POSTER);
  }

  /**
   * Save a draft of the sheet. Replaces what was saved; criteria may be left out until the sheet is
   * submitted. The version is the one that was read: if the sheet changed meanwhile, nothing is
   * saved (409).
   *
   * @param assignmentId The assignment
   * @return As saved, with its new version
   */
  @PUT
  @Path("assignments/{assignment_id}/sheet")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(OpenSheetView.class)
  @APIResponse(responseCode = "409", ref = "Changed")
  public OpenSheetView saveJurySheet(
      @PathParam("assignment_id") String assignmentId, SheetRequest body) {
    UUID id = Ids.any(assignmentId);
    return OpenSheetView.of(judging.save(id, caller.id(), Bodies.required(body).toDraft()), links);
  }

  /**
   * Submit the sheet. Every criterion must have a value. Works out the total: the weighted mean of
   * the places on the scales, from 0 to 100. From then on the sheet can only be read.
   *
   * @param assignmentId The assignment
   * @param version The version that was read; left out, the sheet is taken as it is
   * @return As submitted
   */
  @POST
  @Path("assignments/{assignment_id}/submit")
  @APIResponseSchema(OpenSheetView.class)
  @APIResponse(responseCode = "409", ref = "Changed")
  public OpenSheetView submitJurySheet(
      @PathParam("assignment_id") String assignmentId, @QueryParam("version") String version) {
    UUID id = Ids.any(assignmentId);
    Integer seen = version == null ? null : Query.number(version, 0, 0, Integer.MAX_VALUE);
    return OpenSheetView.of(judging.submit(id, caller.id(), seen), links);
  }

  /**
   * Declare a conflict of interest. Takes all clips of this player out of the work of the caller,
   * for good; sheets already submitted no longer count. Only an administrator can undo it.
   *
   * @param assignmentId The assignment
   * @return The clip, now in state conflict
   */
  @POST
  @Path("assignments/{assignment_id}/conflict")
  @Consumes(MediaType.APPLICATION_JSON)
  public QueuedClipView declareJuryConflict(
      @PathParam("assignment_id") String assignmentId, JuryReasonRequest body) {
    UUID id = Ids.any(assignmentId);
    return QueuedClipView.of(
        judging.declareConflict(id, caller.id(), Bodies.required(body).reason()), links);
  }

  /**
   * My progress. How many clips there are in each state, of those that are public.
   *
   * @return Counts
   */
  @GET
  @Path("progress")
  public JuryProgressView juryProgress() {
    return JuryProgressView.of(judging.progress(caller.id()));
  }

  private Response file(String assignmentId, MediaKind kind) throws IOException {
    UUID id = Ids.any(assignmentId);
    return delivery.answerDisguised(id, kind, judging.file(id, caller.id(), kind));
  }
}
