package co.anb.showcase.service.platform;

import co.anb.showcase.domain.media.FileMediaStore;
import co.anb.showcase.domain.media.MediaStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what is injected, so that tests can put something else in its place. */
@ApplicationScoped
public class Platform {

  /** The system's clock, in UTC; it ticks in microseconds, as PostgreSQL keeps times. */
  @Produces
  public Clock clock() {
    return MicrosecondClock.utc();
  }

  /**
   * The media mount.
   *
   * @throws IllegalStateException if the mount is not there
   */
  @Produces
  @ApplicationScoped
  public MediaStore mediaStore(@ConfigProperty(name = "anb.media.root") String root) {
    return new FileMediaStore(Path.of(root));
  }
}
