package co.anb.showcase.api.video;

import co.anb.showcase.api.problem.Messages;
import co.anb.showcase.domain.video.Video;

/** Why a clip could not be processed. */
public record Failure(String code, String message) {

  static Failure of(Video video, String language) {
    return video
        .failureCode()
        .map(code -> new Failure(code, Messages.failure(code, language)))
        .orElse(null);
  }
}
