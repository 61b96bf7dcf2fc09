package co.anb.showcase.api.video;

import co.anb.showcase.domain.video.Video;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an administrator decided about a clip.
 *
 * @param state {@code withheld}: rejected or taken down
 * @param reason the administrator's words
 */
public record Moderation(
    @Schema(name = "state") String state, @Schema(name = "reason") String reason) {

  /** Null if nobody withholds the clip. */
  static Moderation of(Video video) {
    return video.withheldReason().map(reason -> new Moderation("withheld", reason)).orElse(null);
  }
}
