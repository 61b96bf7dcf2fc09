package co.anb.showcase.service.platform;

import co.anb.showcase.domain.media.FileMediaStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The media mount belongs to the database: the first server to start registers its identity, and
 * nobody works with another one. Otherwise clips would be stored where no worker looks.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class MediaMount {

  private static final Logger LOG = System.getLogger(MediaMount.class.getName());

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject
  @ConfigProperty(name = "anb.media.root")
  private String root;

  private UUID marker;

  /** Fails, and the application's start with it, if the mount is missing or another one. */
  @PostConstruct
  void register() {
    try {
      marker = new FileMediaStore(Path.of(root)).marker();
      requireSame(registered());
    } catch (IllegalStateException e) {
      // The container's own words about a failed start do not hold the reason.
      LOG.log(Level.ERROR, e.getMessage());
      throw e;
    }
  }

  private UUID registered() {
    entities
        .createNativeQuery(
            "insert into media_mount (marker) values (:marker) on conflict do nothing")
        .setParameter("marker", marker)
        .executeUpdate();
    return (UUID)
        entities.createNativeQuery("select marker from media_mount", UUID.class).getSingleResult();
  }

  private void requireSame(UUID registered) {
    if (!registered.equals(marker)) {
      throw new IllegalStateException(
          "The media root "
              + root
              + " is the mount "
              + marker
              + ", but the database belongs to the mount "
              + registered
              + ": is the right share mounted? (setting anb.media.root)");
    }
  }

  /** Whether the mount is there, can be written, and is still the one of the start. */
  public boolean isThere() {
    Path folder = Path.of(root);
    try {
      return Files.readString(folder.resolve(FileMediaStore.MARKER))
              .strip()
              .equals(marker.toString())
          && Files.isWritable(folder);
    } catch (IOException e) {
      return false;
    }
  }
}
