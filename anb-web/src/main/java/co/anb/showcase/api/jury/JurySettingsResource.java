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

/** How administrators let the jury work. */
@Path("admin/jury/settings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class JurySettingsResource {

  @Inject private JurySettingsService rules;
  @Inject private Caller caller;

  /**
   * Settings of the jury. Blind mode, conflict by city, and how many scores a clip shall get.
   *
   * @return The settings
   */
  @GET
  public JurySettingsView jurySettings() {
    return JurySettingsView.of(rules.settings());
  }

  /**
   * Change the settings of the jury. All members are required. A conflict by city hinders assigning
   * and submitting; what is submitted stays.
   *
   * @return The new settings
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JurySettingsView changeJurySettings(JurySettingsRequest request) {
    JurySettingsRequest wanted = Bodies.required(request);
    return JurySettingsView.of(
        rules.changeSettings(
            caller.id(), wanted.blind(), wanted.sameCityConflict(), wanted.minScoresPerClip()));
  }
}
