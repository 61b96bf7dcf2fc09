package co.anb.showcase.service.trail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;

/** Seals what was written to the trails, some seconds after it was. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sealer {

  private static final Logger LOG = System.getLogger(Sealer.class.getName());

  @Inject private TrailSeals seals;

  private final Map<Trail, SettledKeys> keys = new EnumMap<>(Trail.class);

  /** Seals what can be sealed by now. */
  @Schedule(second = "*/5", minute = "*", hour = "*", persistent = false)
  public void seal() {
    try {
      for (Trail trail : Trail.values()) {
        long until = seals.settled(trail, keys.computeIfAbsent(trail, each -> new SettledKeys()));
        while (seals.seal(trail, until) == TrailSeals.BATCH) {
          // A full batch: there may be more.
        }
      }
    } catch (RuntimeException e) {
      // The container gives up a timer whose method fails twice.
      LOG.log(Level.WARNING, "Cannot seal the trails; trying again soon", e);
    }
  }
}
