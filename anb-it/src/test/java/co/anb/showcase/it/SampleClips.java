package co.anb.showcase.it;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Clips by recipe, each made once a build. */
final class SampleClips {

  private final Path folder;

  SampleClips(Path folder) {
    this.folder = folder;
  }

  /** 22 s of 1080p. */
  Path standard() throws IOException {
    return of(ClipRecipe.standard());
  }

  synchronized Path of(ClipRecipe recipe) throws IOException {
    Files.createDirectories(folder);
    Path clip = folder.resolve(Integer.toHexString(recipe.toString().hashCode()) + ".mp4");
    if (!Files.exists(clip)) {
      Path making = folder.resolve("making.mp4");
      Clips.make(recipe, making);
      Files.move(making, clip, StandardCopyOption.ATOMIC_MOVE);
    }
    return clip;
  }
}
