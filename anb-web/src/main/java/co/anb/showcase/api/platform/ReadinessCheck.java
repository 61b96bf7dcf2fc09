package co.anb.showcase.api.platform;

import co.anb.showcase.service.platform.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready when the database and the media mount are there. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

  private static final Logger LOG = System.getLogger(ReadinessCheck.class.getName());

  @Inject private Readiness readiness;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("anb");
    boolean database = works("database", readiness::checkDatabase);
    boolean media = works("media", readiness::checkMedia);
    return answer
        .withData("database", database)
        .withData("media", media)
        .status(database && media)
        .build();
  }

  private static boolean works(String what, Runnable check) {
    try {
      check.run();
      return true;
    } catch (RuntimeException e) {
      // The reason is for the operator's log, not for whoever asks.
      LOG.log(Level.WARNING, "Not ready: " + what, e);
      return false;
    }
  }
}
