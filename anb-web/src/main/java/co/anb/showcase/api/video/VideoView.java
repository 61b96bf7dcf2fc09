package co.anb.showcase.api.video;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.video.VideoRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A clip as its owner sees it; what is not known yet is null.
 *
 * @param failure only if it failed
 * @param moderation only if it is withheld or was withdrawn
 */
@JsonbNillable
public record VideoView(
    UUID videoId,
    String title,
    String status,
    Instant uploadedAt,
    Instant processedAt,
    String originalUrl,
    String processedUrl,
    String posterUrl,
    long votes,
    boolean published,
    int progress,
    Failure failure,
    Moderation moderation) {

  static VideoView of(VideoRow view, Links links, String language) {
    Video video = view.video();
    return new VideoView(
        video.id(),
        video.title(),
        video.status().name().toLowerCase(Locale.ROOT),
        Times.shown(video.uploadedAt()),
        Times.shown(video.processedAt().orElse(null)),
        links.original(video.id()),
        links.processed(video),
        links.poster(video),
        view.votes(),
        video.isPublished(),
        view.progress(),
        Failure.of(video.failureCode(), language),
        Moderation.of(video));
  }
}
