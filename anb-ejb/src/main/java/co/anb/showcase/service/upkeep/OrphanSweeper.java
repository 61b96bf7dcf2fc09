package co.anb.showcase.service.upkeep;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Looks every few hours for files that no row knows, on every server. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrphanSweeper {

  private static final Logger LOG = System.getLogger(OrphanSweeper.class.getName());

  /** Less could meet files whose rows are on their way. */
  private static final long SHORTEST_SECONDS = 3600;

  @Inject private OrphanedFiles files;
  @Inject private MetricRegistry registry;

  @Inject
  @ConfigProperty(name = "anb.sweeper.orphan-seconds", defaultValue = "604800")
  private long orphanSeconds;

  private Counter deleted;

  @PostConstruct
  void register() {
    if (orphanSeconds < SHORTEST_SECONDS) {
      LOG.log(
          Level.WARNING,
          "anb.sweeper.orphan-seconds is {0}; {1} is the least",
          orphanSeconds,
          SHORTEST_SECONDS);
    }
    deleted =
        registry.counter(
            Metadata.builder()
                .withName("anb_orphaned_files")
                .withDescription("Files without a row that this server has deleted")
                .build());
  }

  /** Deletes old files without a row. */
  @Schedule(second = "20", minute = "25", hour = "*/6", persistent = false)
  public void sweep() {
    try {
      deleted.inc(files.discard(Duration.ofSeconds(Math.max(orphanSeconds, SHORTEST_SECONDS))));
    } catch (IOException | RuntimeException e) {
      // The container gives up a timer whose method fails twice.
      LOG.log(Level.WARNING, "Cannot look for files without a row; trying again later", e);
    }
  }
}
