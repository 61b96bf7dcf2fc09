package co.anb.showcase.api.platform;

import co.anb.showcase.service.delivery.BridgeBacklog;
import co.anb.showcase.service.platform.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready when the database and the media mount are there, and tasks get to Kafka. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

  @Inject private Readiness readiness;
  @Inject private BridgeBacklog bridge;

  @Override
  public HealthCheckResponse call() {
    boolean database = readiness.databaseAnswers();
    boolean media = readiness.mediaIsMounted();
    BridgeBacklog.State tasks = bridge.state();
    return HealthCheckResponse.named("anb")
        .withData("database", database)
        .withData("media", media)
        .withData("bridge", tasks.flows())
        .withData("oldest_task_seconds", tasks.oldestSeconds())
        .status(database && media && tasks.flows())
        .build();
  }
}
