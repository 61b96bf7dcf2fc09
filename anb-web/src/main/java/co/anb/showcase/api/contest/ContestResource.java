package co.anb.showcase.api.contest;

import co.anb.showcase.service.contest.ContestCalendar;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Phase, deadlines and rules. */
@Path("contest")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public")
public class ContestResource {

  @Inject private ContestCalendar calendar;

  @Inject
  @ConfigProperty(name = "anb.source-url")
  private Optional<String> sourceUrl;

  /**
   * Phase, deadlines and rules.
   *
   * @return The contest
   */
  @GET
  @PermitAll
  public ContestView contest() {
    return ContestView.of(calendar.state(), calendar.now(), sourceUrl.orElse(null));
  }
}
