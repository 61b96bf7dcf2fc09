package co.anb.showcase.worker;

import co.anb.showcase.domain.media.FileMediaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that this worker sees the same media mount as the web servers: its marker file must
 * hold what they have written into the database.
 */
final class MountCheck {

  private static final Logger LOG = LoggerFactory.getLogger(MountCheck.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final UUID marker;
  private final Path root;
  private final Supplier<Optional<UUID>> registered;

  /**
   * Makes a check.
   *
   * @param registered what the database says; throws while the database is down
   */
  MountCheck(FileMediaStore media, Path root, Supplier<Optional<UUID>> registered) {
    this.marker = media.marker();
    this.root = root;
    this.registered = registered;
  }

  /**
   * Waits until a web server has registered its mount.
   *
   * @throws IllegalStateException if it is another one
   */
  void await() throws InterruptedException {
    Optional<UUID> wanted = ask();
    if (wanted.isEmpty()) {
      LOG.info("Waiting for a web server to register its media mount in the database");
    }
    while (wanted.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      wanted = ask();
    }
    if (!wanted.get().equals(marker)) {
      throw new IllegalStateException(
          "The media root %s holds marker %s, the web servers use %s: another share is mounted here (setting anb.media.root)"
              .formatted(root, marker, wanted.get()));
    }
  }

  private Optional<UUID> ask() {
    try {
      return registered.get();
    } catch (RuntimeException e) {
      LOG.warn("The database does not answer: {}", e.toString());
      return Optional.empty();
    }
  }

  /** Whether the mount is still there and still the same. */
  boolean isInPlace() {
    try {
      return Files.readString(root.resolve(FileMediaStore.MARKER))
          .strip()
          .equals(marker.toString());
    } catch (IOException e) {
      return false;
    }
  }
}
