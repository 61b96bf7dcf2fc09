package co.anb.showcase.api.video;

import co.anb.showcase.api.problem.Messages;
import co.anb.showcase.domain.video.Video;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a clip could not be processed. */
public record Failure(
    @Schema(name = "code") String code, @Schema(name = "message") String message) {

  static Failure of(Video video, String language) {
    return video
        .failureCode()
        .map(code -> new Failure(code, Messages.failure(code, language)))
        .orElse(null);
  }
}
