package co.anb.showcase.api.contest;

import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.result.ResultResource;
import co.anb.showcase.api.result.ResultView;
import co.anb.showcase.service.contest.ContestService;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.result.ResultCsv;
import co.anb.showcase.service.result.ResultService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contest's settings and its result. */
@Path("admin/contest")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "administration")
public class AdminContestResource {

  @Inject private ContestService contest;
  @Inject private ResultService results;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** The settings. */
  @GET
  @Operation(operationId = "adminContest", summary = "The contest's settings and their version")
  @APIResponse(
      responseCode = "200",
      description = "The settings",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AdminContestView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public AdminContestView settings() {
    return AdminContestView.of(contest.read(), clock.instant());
  }

  /** Other settings. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeContest",
      summary = "Replaces the contest's settings",
      description =
          "The version must be the one that was read. Once the contest is closed, only its name and"
              + " time zone may change.")
  @APIResponse(
      responseCode = "200",
      description = "The settings as they are now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AdminContestView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public AdminContestView change(ContestRequest request) {
    if (request == null) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return AdminContestView.of(contest.change(request.toChange(), caller.id()), clock.instant());
  }

  /** The snapshot. */
  @POST
  @Path("close")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "closeContest",
      summary = "Closes the contest and makes the snapshot of its result",
      description =
          "When voting is over, or before with force and a reason, which ends it now. Nothing is"
              + " accepted afterwards, no score either.")
  @APIResponse(
      responseCode = "200",
      description = "The result, not public yet",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResultView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public ResultView close(CloseRequest request) {
    boolean force = request != null && Boolean.TRUE.equals(request.force());
    return ResultView.full(
        results.close(force, request == null ? null : request.reason(), caller.id()));
  }

  /** Publication. */
  @POST
  @Path("publish")
  @Operation(operationId = "publishResult", summary = "Makes the result public, for good")
  @APIResponse(
      responseCode = "200",
      description = "The result, public now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResultView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public ResultView publish() {
    return ResultView.full(results.publish(caller.id()));
  }

  /** Voting again. */
  @POST
  @Path("reopen")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reopenContest",
      summary = "Opens the voting of a closed contest again",
      description =
          "Before the result is public only. The snapshot is kept and does not count any more;"
              + " uploads stay closed.")
  @APIResponse(
      responseCode = "200",
      description = "The settings as they are now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AdminContestView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public AdminContestView reopen(ReopenRequest request) {
    if (request == null) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return AdminContestView.of(
        results.reopen(request.reason(), request.votingCloses(), caller.id()), clock.instant());
  }

  /** The latest snapshot. */
  @GET
  @Path("result")
  @Operation(
      operationId = "adminResult",
      summary = "The latest snapshot of the result, computed again to verify it",
      description = "404 before the contest is closed for the first time.")
  @APIResponse(
      responseCode = "200",
      description = "The result and what came of computing it again",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResultView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public ResultView result() {
    return ResultView.full(results.latest());
  }

  /** The latest snapshot as a file. */
  @GET
  @Path("result.json")
  @Operation(operationId = "adminResultJson", summary = "The latest snapshot as a file")
  @APIResponse(
      responseCode = "200",
      description = "The same as without .json, to be saved",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResultView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response json() {
    return ResultResource.download(
        ResultView.full(results.latest()), MediaType.APPLICATION_JSON, "result.json");
  }

  /** The latest snapshot as a table. */
  @GET
  @Path("result.csv")
  @Produces(ResultResource.CSV)
  @Operation(
      operationId = "adminResultCsv",
      summary = "The latest snapshot as a table for spreadsheets")
  @APIResponse(
      responseCode = "200",
      description = "One row a player, UTF-8 with a byte order mark",
      content =
          @Content(mediaType = ResultResource.CSV, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response csv() {
    return ResultResource.download(
        ResultCsv.of(results.latest()), ResultResource.CSV + ";charset=UTF-8", "result.csv");
  }

  /** What the latest snapshot was computed from. */
  @GET
  @Path("result/inputs")
  @Operation(
      operationId = "adminResultInputs",
      summary = "What the latest snapshot was computed from",
      description = "Byte for byte what inputs_digest is the SHA-256 of.")
  @APIResponse(
      responseCode = "200",
      description = "Votes, scores and settings, in canonical JSON",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response inputs() {
    byte[] inputs = results.latestInputs().getBytes(StandardCharsets.UTF_8);
    return ResultResource.download(inputs, MediaType.APPLICATION_JSON, "result-inputs.json");
  }
}
