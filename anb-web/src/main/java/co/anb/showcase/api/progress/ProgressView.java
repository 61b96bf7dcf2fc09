package co.anb.showcase.api.progress;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.video.Failure;
import co.anb.showcase.service.progress.VideoState;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The data of an event named video; what is not known yet is null.
 *
 * @param progress percent of this attempt
 * @param attempt from 1; 0 while no worker has begun
 * @param failure only if it failed
 */
@JsonbNillable
public record ProgressView(
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "task_id", implementation = String.class, format = "uuid") UUID taskId,
    @Schema(name = "status") String status,
    @Schema(name = "progress") int progress,
    @Schema(name = "attempt") int attempt,
    @Schema(name = "published") boolean published,
    @Schema(name = "processed_url") String processedUrl,
    @Schema(name = "poster_url") String posterUrl,
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
