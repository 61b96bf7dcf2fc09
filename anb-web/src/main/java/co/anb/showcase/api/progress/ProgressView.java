package co.anb.showcase.api.progress;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.video.Failure;
import co.anb.showcase.service.progress.VideoState;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.Locale;
import java.util.UUID;

/**
 * The data of an event named video; what is not known yet is null.
 *
 * @param progress percent of this attempt
 * @param attempt from 1; 0 while no worker has begun
 * @param failure only if it failed
 */
@JsonbNillable
public record ProgressView(
    UUID videoId,
    UUID taskId,
    String status,
    int progress,
    int attempt,
    boolean published,
    String processedUrl,
    String posterUrl,
    Failure failure) {

  static ProgressView of(VideoState state, Links links, String language) {
    return new ProgressView(
        state.videoId(),
        state.videoId(),
        state.status().name().toLowerCase(Locale.ROOT),
        state.progress(),
        state.attempt(),
        state.published(),
        links.processed(state.videoId(), state.status(), state.published()),
        links.poster(state.videoId(), state.status(), state.published()),
        Failure.of(state.failureCode(), language));
  }
}
