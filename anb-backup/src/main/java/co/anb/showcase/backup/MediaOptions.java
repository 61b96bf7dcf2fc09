package co.anb.showcase.backup;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the media mount is. */
final class MediaOptions {

  @Option(
      names = "--media-root",
      required = true,
      defaultValue = "${env:ANB_MEDIA_ROOT}",
      description = "The media mount; by default ANB_MEDIA_ROOT.")
  private Path root;

  Path root() {
    return root.toAbsolutePath().normalize();
  }
}
