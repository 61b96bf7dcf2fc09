package co.anb.showcase.api.processing;

import co.anb.showcase.api.video.Failure;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.video.VideoRow;
import java.util.Locale;
import java.util.UUID;

/**
 * How far the work on a clip is.
 *
 * @param progress percent
 * @param failure only if it failed
 */
public record JobView(UUID taskId, String status, int progress, Failure failure) {

  static JobView of(VideoRow view, String language) {
    Video video = view.video();
    return new JobView(
        video.id(),
        video.status().name().toLowerCase(Locale.ROOT),
        view.progress(),
        Failure.of(video.failureCode(), language));
  }
}
