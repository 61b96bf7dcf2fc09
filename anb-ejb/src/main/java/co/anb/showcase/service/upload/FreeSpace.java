package co.anb.showcase.service.upload;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a floor of free space on the media mount: what is there already must still be processed,
 * and a full mount stops everything.
 */
@ApplicationScoped
public class FreeSpace {

  private static final long MIB = 1L << 20;

  private Path root;
  private long floor;

  /** For the container's proxy. */
  protected FreeSpace() {}

  /**
   * @param root of the media
   * @param floorMib so many MiB stay free
   */
  @Inject
  public FreeSpace(
      @ConfigProperty(name = "anb.media.root") String root,
      @ConfigProperty(name = "anb.uploads.floor-mib", defaultValue = "1024") long floorMib) {
    this.root = Path.of(root);
    this.floor = floorMib * MIB;
  }

  /** So many bytes stay free. */
  public long floor() {
    return floor;
  }

  /**
   * Insists that there is room for an upload.
   *
   * @param bytes that are to come, as far as that is known
   * @throws ProblemException INSUFFICIENT_STORAGE
   */
  public void require(long bytes) {
    try {
      if (Files.getFileStore(root).getUsableSpace() - bytes < floor) {
        throw new ProblemException(ProblemCode.INSUFFICIENT_STORAGE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot ask for the free space of the media mount", e);
    }
  }
}
