package co.anb.showcase.api.platform;

import co.anb.showcase.service.platform.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready when the database and the media mount are there. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

  @Inject private Readiness readiness;

  @Override
  public HealthCheckResponse call() {
    boolean database = readiness.databaseAnswers();
    boolean media = readiness.mediaIsMounted();
    return HealthCheckResponse.named("anb")
        .withData("database", database)
        .withData("media", media)
        .status(database && media)
        .build();
  }
}
