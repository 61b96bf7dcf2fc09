package co.anb.showcase.api.contest;

import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.service.contest.ContestService;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contest's settings. */
@Path("admin/contest")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "admin")
public class AdminContestResource {

  @Inject private ContestService contest;
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
}
