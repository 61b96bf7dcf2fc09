package co.anb.showcase.api.video;

import co.anb.showcase.domain.video.Video;

/**
 * What an administrator decided about a clip.
 *
 * @param state {@code withheld}: rejected or taken down
 * @param reason the administrator's words
 */
public record Moderation(String state, String reason) {

  /** Null if nobody withholds the clip. */
  static Moderation of(Video video) {
    return video.withheldReason().map(reason -> new Moderation("withheld", reason)).orElse(null);
  }
}
