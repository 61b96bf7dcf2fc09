package co.anb.showcase.api.dashboard;

import co.anb.showcase.service.dashboard.Dashboard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contest in figures. */
@Path("admin/dashboard")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class DashboardResource {

  @Inject private Dashboard dashboard;

  /**
   * The contest in figures. At most ten seconds old. Series cover the last 30 days and 48 hours, in
   * the contest's time zone; spans in which nothing happened have a count of 0.
   *
   * @return The figures
   */
  @GET
  public DashboardView dashboard() {
    return DashboardView.of(dashboard.figures());
  }
}
