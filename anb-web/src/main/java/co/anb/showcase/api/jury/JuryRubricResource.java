package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.service.jury.JurySettingsService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What administrators have clips judged by. */
@Path("admin/jury/rubric")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class JuryRubricResource {

  @Inject private JurySettingsService rules;
  @Inject private Caller caller;

  /**
   * The rubric. The criteria in order, with names in Spanish and English, scale and weight.
   *
   * @return The criteria
   */
  @GET
  public RubricView adminJuryRubric() {
    return RubricView.of(rules.rubric());
  }

  /**
   * Replace the rubric. 1 to 20 criteria, in order. A known code keeps what drafts say of it, as
   * far as the new scale has it. Refused (rubric_in_use) once a sheet is submitted; sheets of
   * jurors who left are at /admin/jury/former-jurors.
   *
   * @return The new rubric
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public RubricView changeJuryRubric(RubricRequest request) {
    return RubricView.of(rules.changeRubric(caller.id(), Bodies.required(request).toDrafts()));
  }
}
