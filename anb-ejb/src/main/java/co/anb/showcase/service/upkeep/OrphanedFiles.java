package co.anb.showcase.service.upkeep;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.domain.media.MediaStore.Stored;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Files whose row was never committed, since the server was killed between the two, or whose row is
 * gone, since it was killed before deleting them. They are found by comparing the mount with the
 * database, and that is dangerous when the database is not the right one: then nothing is touched.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrphanedFiles {

  private static final Logger LOG = System.getLogger(OrphanedFiles.class.getName());

  /** No crash leaves so many; a database that was restored or mistaken does. */
  static final int MOST = 1000;

  private static final int BATCH = 500;

  // A row of a transaction that hangs between its two phases cannot be seen yet. Most are there for
  // some milliseconds.
  private static final String HANGING =
      "select count(*) from pg_prepared_xacts where database = current_database()"
          + " and prepared < clock_timestamp() - interval '1 second'";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private MediaStore media;
  @Inject private Clock clock;

  /** The old files of the mount, and how many there are of all ages. */
  private static final class Found implements MediaStore.Inventory {

    private final Instant limit;
    private final List<Stored> old = new ArrayList<>();
    private int all;

    Found(Instant limit) {
      this.limit = limit;
    }

    @Override
    public void add(Stored file, Instant writtenAt) {
      all++;
      if (writtenAt.isBefore(limit)) {
        old.add(file);
      }
    }
  }

  /**
   * Deletes files that no row knows. Nothing is deleted if more than half of all files, or more
   * than {@value #MOST}, would go, or if a transaction hangs.
   *
   * @param olderThan so long nobody must have written to a file; a row comes some seconds after
   * @return how many were deleted
   * @throws IOException if the mount cannot be read
   */
  public int discard(Duration olderThan) throws IOException {
    Found found = new Found(clock.instant().minus(olderThan));
    media.list(found);
    List<Stored> orphans = unknown(found.old);
    if (orphans.isEmpty()) {
      return 0;
    }
    if (orphans.size() > MOST || orphans.size() * 2 > found.all) {
      LOG.log(
          Level.ERROR,
          "No row knows {0} of {1} files: is this the right database? None of them is deleted",
          orphans.size(),
          found.all);
      return 0;
    }
    if (hanging() > 0) {
      LOG.log(
          Level.WARNING,
          "Transactions hang between their phases; {0} files without a row are kept until they end",
          orphans.size());
      return 0;
    }
    return delete(orphans);
  }

  private long hanging() {
    return ((Number) entities.createNativeQuery(HANGING).getSingleResult()).longValue();
  }

  /** The files come first and the rows later: whatever has a row by now is left out. */
  private List<Stored> unknown(List<Stored> files) {
    List<Stored> unknown = new ArrayList<>();
    for (int from = 0; from < files.size(); from += BATCH) {
      List<Stored> batch = files.subList(from, Math.min(files.size(), from + BATCH));
      Set<UUID> clips = known("select v.id from Video v where v.id in :ids", batch, true);
      Set<UUID> accounts = known("select a.id from Account a where a.id in :ids", batch, false);
      for (Stored file : batch) {
        Set<UUID> rows = isOfClip(file) ? clips : accounts;
        if (!rows.contains(file.subjectId())) {
          unknown.add(file);
        }
      }
    }
    return unknown;
  }

  private Set<UUID> known(String query, List<Stored> files, boolean ofClips) {
    List<UUID> ids =
        files.stream()
            .filter(file -> isOfClip(file) == ofClips)
            .map(Stored::subjectId)
            .distinct()
            .toList();
    return ids.isEmpty()
        ? Set.of()
        : new HashSet<>(
            entities.createQuery(query, UUID.class).setParameter("ids", ids).getResultList());
  }

  private static boolean isOfClip(Stored file) {
    return MediaKind.OF_CLIPS.contains(file.kind());
  }

  private int delete(List<Stored> orphans) {
    int deleted = 0;
    for (Stored file : orphans) {
      try {
        // Another server may sweep at the same time.
        if (media.delete(file.subjectId(), file.kind())) {
          deleted++;
          LOG.log(
              Level.INFO,
              "Deleted a file without a row: {0}",
              MediaStore.relativePath(file.subjectId(), file.kind()));
        }
      } catch (IOException e) {
        LOG.log(Level.WARNING, "Cannot delete a file without a row; trying again later", e);
      }
    }
    return deleted;
  }
}
