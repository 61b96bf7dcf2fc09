package co.anb.showcase.api.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says that the server answers; {@code /health} says more. */
@Path("health")
@ApplicationScoped
@Tag(name = "operation")
public class HealthResource {

  /**
   * Whether the server answers.
   *
   * @return The text ok
   */
  @GET
  @PermitAll
  @Produces(MediaType.TEXT_PLAIN)
  public String health() {
    return "ok";
  }
}
