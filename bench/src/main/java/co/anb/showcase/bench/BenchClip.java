package co.anb.showcase.bench;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A clip of a given size that the contest accepts, made once. */
final class BenchClip {

  /** How long it is. */
  static final int SECONDS = 45;

  private static final int GRAIN = 12;
  private static final double BITS = 8;

  /** The rest is sound and index. */
  private static final double SHARE_OF_PICTURES = 0.985;

  private BenchClip() {}

  /**
   * The clip, made now if the folder does not hold it yet.
   *
   * @param megabytes its size in millions of bytes
   */
  static Path of(Path folder, int megabytes) throws IOException {
    Path target =
        Files.createDirectories(folder.toAbsolutePath())
            .resolve("clip-%dMB.mp4".formatted(megabytes));
    if (!Files.exists(target)) {
      System.err.println("Making a clip of " + megabytes + " MB");
      Path draft = folder.resolve("draft.mp4");
      Clips.make(
          ClipRecipe.standard()
              .withSeconds(SECONDS)
              .withGrain(GRAIN)
              .withVideoBitrate(Math.round(megabytes * 1e6 * BITS / SECONDS * SHARE_OF_PICTURES)),
          draft);
      Files.move(draft, target);
    }
    return target;
  }
}
