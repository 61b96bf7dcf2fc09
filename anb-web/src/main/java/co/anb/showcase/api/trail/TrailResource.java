package co.anb.showcase.api.trail;

import co.anb.showcase.service.trail.TrailVerificationService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the trails are what was written. */
@Path("admin/trails/verification")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class TrailResource {

  @Inject private TrailVerificationService verification;

  /**
   * Compares the audit trail and the trail of votes with their seals, and the votes with their
   * trail. Reads everything.
   *
   * @return What is wrong, if anything is
   */
  @GET
  public TrailsView verifyTrails() {
    return TrailsView.of(verification.trails(), verification.votes());
  }
}
