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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Files whose row was never committed, since the server was killed between the two, or whose row is
 * gone or says that they are deleted, since it was killed before deleting them. They are found by
 * comparing the mount with the database, and that is dangerous when the database is not the right
 * one: then nothing is touched.
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

  // Files of a row that says that they are deleted have no row either.
  private static final String WITH_ORIGINAL =
      "select v.id from video v where v.id in (:ids) and v.original_deleted_at is null";

  private static final String WITH_FILES =
      "select v.id from video v where v.id in (:ids) and v.files_deleted_at is null";
  private static final String WITH_AVATAR =
      "select a.id from account a where a.id in (:ids) and a.avatar_at is not null";

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
      batch.stream()
          .collect(Collectors.groupingBy(file -> knownBy(file.kind())))
          .forEach((query, those) -> unknown.addAll(without(known(query, those), those)));
    }
    return unknown;
  }

  private static String knownBy(MediaKind kind) {
    return switch (kind) {
      case ORIGINAL -> WITH_ORIGINAL;
      case PROCESSED, POSTER, SMALL_POSTER -> WITH_FILES;
      case AVATAR -> WITH_AVATAR;
    };
  }

  private static List<Stored> without(Set<?> rows, List<Stored> files) {
    return files.stream().filter(file -> !rows.contains(file.subjectId())).toList();
  }

  private Set<?> known(String query, List<Stored> files) {
    List<UUID> ids = files.stream().map(Stored::subjectId).distinct().toList();
    List<?> rows =
        entities.createNativeQuery(query, UUID.class).setParameter("ids", ids).getResultList();
    return Set.copyOf(rows);
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
