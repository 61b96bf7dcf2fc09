package co.anb.showcase.service.upkeep;

import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.service.security.SecurityEvents;
import co.anb.showcase.service.upload.UnfinishedUploads;
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

/** Looks from time to time for what dead processes have left, on every server. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweeper {

  private static final Logger LOG = System.getLogger(Sweeper.class.getName());

  @Inject private StrandedJobs jobs;
  @Inject private MediaStore media;
  @Inject private UnfinishedUploads uploads;
  @Inject private SecurityEvents events;
  @Inject private ExpiredOriginals originals;
  @Inject private WithdrawnClips withdrawn;

  @Inject
  @ConfigProperty(name = "anb.sweeper.staging-seconds", defaultValue = "3600")
  private long stagingSeconds;

  /** Sends stranded jobs again, batch by batch. */
  @Schedule(second = "*/15", minute = "*", hour = "*", persistent = false)
  public void sweep() {
    try {
      while (jobs.sendAgain() == StrandedJobs.BATCH) {
        // A full batch: there may be more.
      }
    } catch (RuntimeException e) {
      // The container gives up a timer whose method fails twice.
      LOG.log(Level.WARNING, "Cannot look for stranded jobs; trying again soon", e);
    }
  }

  /** Deletes files whose writing was abandoned. */
  @Schedule(second = "5", minute = "*", hour = "*", persistent = false)
  public void discardHalfWrittenFiles() {
    try {
      int discarded = media.discardStaged(Duration.ofSeconds(stagingSeconds));
      if (discarded > 0) {
        LOG.log(Level.INFO, "Deleted {0} half-written files", discarded);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "Cannot delete half-written files; trying again soon", e);
    }
  }

  /** Deletes abandoned resumable uploads. */
  @Schedule(second = "35", minute = "*/5", hour = "*", persistent = false)
  public void discardUnfinishedUploads() {
    try {
      int discarded = uploads.discardOld();
      if (discarded > 0) {
        LOG.log(Level.INFO, "Deleted {0} unfinished uploads", discarded);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "Cannot delete unfinished uploads; trying again soon", e);
    }
  }

  /** Deletes security events that are older than the setting says. */
  @Schedule(second = "50", minute = "17", hour = "*", persistent = false)
  public void discardSecurityEvents() {
    try {
      events.deleteOld();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Cannot delete old security events; trying again in an hour", e);
    }
  }

  /** Deletes originals that are of no use any more, batch by batch. */
  @Schedule(second = "10", minute = "47", hour = "*", persistent = false)
  public void discardOriginals() {
    try {
      while (originals.discard() == FileExpiry.BATCH) {
        // A full batch: there may be more.
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Cannot delete originals; trying again in an hour", e);
    }
  }

  /** Deletes files of withdrawn clips after the contest, batch by batch. */
  @Schedule(second = "10", minute = "52", hour = "*", persistent = false)
  public void discardWithdrawnClips() {
    try {
      while (withdrawn.discard() == FileExpiry.BATCH) {
        // A full batch: there may be more.
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Cannot delete withdrawn clips; trying again in an hour", e);
    }
  }
}
