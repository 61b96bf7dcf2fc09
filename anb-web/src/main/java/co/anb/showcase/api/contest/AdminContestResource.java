package co.anb.showcase.api.contest;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.result.ResultResource;
import co.anb.showcase.api.result.ResultView;
import co.anb.showcase.service.contest.ContestService;
import co.anb.showcase.service.result.ResultCsv;
import co.anb.showcase.service.result.ResultService;
import co.anb.showcase.service.result.VoteConcentrationService;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contest's settings and its result. */
@Path("admin/contest")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class AdminContestResource {

  @Inject private ContestService contest;
  @Inject private ResultService results;
  @Inject private VoteConcentrationService concentration;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * The contest's settings and their version.
   *
   * @return The settings
   */
  @GET
  public AdminContestView adminContest() {
    return AdminContestView.of(contest.read(), clock.instant());
  }

  /**
   * Replaces the contest's settings. The version must be the one that was read. Once the contest is
   * closed, only its name and time zone may change.
   *
   * @return The settings as they are now
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(AdminContestView.class)
  @APIResponse(responseCode = "409", ref = "Conflict")
  public AdminContestView changeContest(ContestRequest request) {
    Bodies.required(request);
    return AdminContestView.of(contest.change(request.toChange(), caller.id()), clock.instant());
  }

  /**
   * Closes the contest and makes the snapshot of its result. When voting is over, or before with
   * force and a reason, which ends it now. Nothing is accepted afterwards, no score either.
   *
   * @return The result, not public yet
   */
  @POST
  @Path("close")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(ResultView.class)
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ResultView closeContest(@RequestBody(required = false) CloseRequest request) {
    boolean force = request != null && Boolean.TRUE.equals(request.force());
    return ResultView.full(
        results.close(force, request == null ? null : request.reason(), caller.id()));
  }

  /**
   * Makes the result public, for good.
   *
   * @return The result, public now
   */
  @POST
  @Path("publish")
  @APIResponseSchema(ResultView.class)
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ResultView publishResult() {
    return ResultView.full(results.publish(caller.id()));
  }

  /**
   * Opens the voting of a closed contest again. Before the result is public only. The snapshot is
   * kept and does not count any more; uploads stay closed.
   *
   * @return The settings as they are now
   */
  @POST
  @Path("reopen")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(AdminContestView.class)
  @APIResponse(responseCode = "409", ref = "Conflict")
  public AdminContestView reopenContest(ReopenRequest request) {
    Bodies.required(request);
    return AdminContestView.of(
        results.reopen(request.reason(), request.votingCloses(), caller.id()), clock.instant());
  }

  /**
   * From how few networks the votes of the winners come. Of everybody who would win if the contest
   * were closed now: look before you close it.
   *
   * @return By city and place
   */
  @GET
  @Path("winner-networks")
  public List<WinnerNetworksView> winnerNetworks() {
    return concentration.ofWinners().stream().map(WinnerNetworksView::of).toList();
  }

  /**
   * The latest snapshot of the result, computed again to verify it. 404 before the contest is
   * closed for the first time.
   *
   * @return The result and what came of computing it again
   */
  @GET
  @Path("result")
  @APIResponseSchema(ResultView.class)
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ResultView adminResult() {
    return ResultView.full(results.latest());
  }

  /**
   * The latest snapshot as a file.
   *
   * @return The same as without .json, to be saved
   */
  @GET
  @Path("result.json")
  @APIResponseSchema(ResultView.class)
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response adminResultJson() {
    return ResultResource.download(
        ResultView.full(results.latest()), MediaType.APPLICATION_JSON, "result.json");
  }

  /** The latest snapshot as a table for spreadsheets. */
  @GET
  @Path("result.csv")
  @Produces(ResultResource.CSV)
  @APIResponse(
      responseCode = "200",
      description = "One row a player, UTF-8 with a byte order mark",
      content =
          @Content(mediaType = ResultResource.CSV, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response adminResultCsv() {
    return ResultResource.download(
        ResultCsv.of(results.latest()), ResultResource.CSV + ";charset=UTF-8", "result.csv");
  }

  /**
   * What the latest snapshot was computed from. Byte for byte what inputs_digest is the SHA-256 of.
   */
  @GET
  @Path("result/inputs")
  @APIResponse(
      responseCode = "200",
      description = "Votes, scores and settings, in canonical JSON",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response adminResultInputs() {
    byte[] inputs = results.latestInputs().getBytes(StandardCharsets.UTF_8);
    return ResultResource.download(inputs, MediaType.APPLICATION_JSON, "result-inputs.json");
  }
}
