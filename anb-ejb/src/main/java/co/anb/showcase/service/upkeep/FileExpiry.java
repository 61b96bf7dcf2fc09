package co.anb.showcase.service.upkeep;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.platform.MediaFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Deletes files of clips whose time is over, with an entry in the audit trail for each clip. */
@ApplicationScoped
class FileExpiry {

  /** So many clips are done in one transaction. */
  static final int BATCH = 100;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private MediaFiles files;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Deletes a batch, after the caller's transaction is committed.
   *
   * @param mark a statement that marks at most {@code :most} clips whose time was over {@code
   *     :before}, as of {@code :now}, and selects their ids
   * @param action of the audit trail
   * @return how many
   */
  int discard(String mark, Duration olderThan, String action, Set<MediaKind> kinds) {
    List<?> rows =
        entities
            .createNativeQuery(mark, UUID.class)
            .setParameter("now", time(Duration.ZERO))
            .setParameter("before", time(olderThan))
            .setParameter("most", BATCH)
            .getResultList();
    List<UUID> ids = rows.stream().map(UUID.class::cast).toList();
    for (UUID id : ids) {
      audit.record(AuditEntry.of(null, action, "video", id));
      files.deleteAfterCommit(id, kinds);
    }
    return ids.size();
  }

  private OffsetDateTime time(Duration ago) {
    return OffsetDateTime.ofInstant(clock.instant().minus(ago), ZoneOffset.UTC);
  }
}
