package co.anb.showcase.worker.transcode;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the results of a clip are written.
 *
 * @param video the contest's form
 * @param poster a still picture of it, as large
 * @param smallPoster the same in the size of a card
 */
public record OutputFiles(Path video, Path poster, Path smallPoster) {

  /** All of them. */
  public List<Path> all() {
    return List.of(video, poster, smallPoster);
  }
}
