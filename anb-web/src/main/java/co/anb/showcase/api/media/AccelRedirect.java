package co.anb.showcase.api.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leaves the sending of files to Nginx, where the setting {@code anb.media.accel-prefix} says by
 * which internal address Nginx knows the media root. Who may have a file is decided before.
 */
@ApplicationScoped
public class AccelRedirect {

  private Optional<String> prefix;
  private Path root;

  /** For the container's proxy. */
  protected AccelRedirect() {}

  /**
   * @param prefix begins and ends with a slash; empty: this server sends files itself
   * @param root the media root
   * @throws IllegalArgumentException if the prefix has another form
   */
  @Inject
  public AccelRedirect(
      @ConfigProperty(name = "anb.media.accel-prefix") Optional<String> prefix,
      @ConfigProperty(name = "anb.media.root") String root) {
    if (prefix.isPresent() && !prefix.get().matches("/([^/]+/)+")) {
      throw new IllegalArgumentException(
          "The setting anb.media.accel-prefix must begin and end with a slash: " + prefix.get());
    }
    this.prefix = prefix;
    this.root = Path.of(root).toAbsolutePath();
  }

  MediaResponse offer(MediaResponse answer) {
    return prefix
        .map(start -> answer.handedOver(start + root.relativize(answer.file().toAbsolutePath())))
        .orElse(answer);
  }
}
