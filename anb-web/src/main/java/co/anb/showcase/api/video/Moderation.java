package co.anb.showcase.api.video;

import co.anb.showcase.domain.video.Video;

/**
 * What keeps a clip from the public.
 *
 * @param state {@code withheld}: an administrator rejected it or took it down; {@code withdrawn}:
 *     its owner took it out of the contest
 * @param reason the administrator's words; left out if the owner withdrew it
 */
public record Moderation(String state, String reason) {

  /** Null if nothing does. */
  static Moderation of(Video video) {
    if (video.isWithdrawn()) {
      return new Moderation("withdrawn", null);
    }
    return video.withheldReason().map(reason -> new Moderation("withheld", reason)).orElse(null);
  }
}
