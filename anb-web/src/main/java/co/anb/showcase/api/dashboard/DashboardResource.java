package co.anb.showcase.api.dashboard;

import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.service.dashboard.Dashboard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contest in figures. */
@Path("admin/dashboard")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "administration")
public class DashboardResource {

  @Inject private Dashboard dashboard;

  /** The figures. */
  @GET
  @Operation(
      operationId = "dashboard",
      summary = "The contest in figures",
      description =
          "At most ten seconds old. Series cover the last 30 days and 48 hours, in the contest's"
              + " time zone; spans in which nothing happened have a count of 0.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DashboardView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public DashboardView dashboard() {
    return DashboardView.of(dashboard.figures());
  }
}
