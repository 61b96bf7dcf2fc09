package co.anb.showcase.it;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Clips by recipe, each made once a build. */
final class SampleClips {

  /** As the standard, with so few frames that it takes half the time to process. */
  static final ClipRecipe LIGHT = ClipRecipe.standard().withFrameRate("5");

  private static final Path FOLDER =
      Path.of(System.getProperty("anb.it.directory")).resolve("clips");

  /** 22 s of 1080p as a camera takes it, for tests that watch how it is processed. */
  Path standard() throws IOException {
    return of(ClipRecipe.standard());
  }

  /** The same with few frames, for tests that need any clip. */
  Path light() throws IOException {
    return of(LIGHT);
  }

  Path of(ClipRecipe recipe) throws IOException {
    // Tests that run side by side share the folder.
    synchronized (SampleClips.class) {
      Files.createDirectories(FOLDER);
      Path clip = FOLDER.resolve(Integer.toHexString(recipe.toString().hashCode()) + ".mp4");
      if (!Files.exists(clip)) {
        Path making = FOLDER.resolve("making.mp4");
        Clips.make(recipe, making);
        Files.move(making, clip, StandardCopyOption.ATOMIC_MOVE);
      }
      return clip;
    }
  }
}
