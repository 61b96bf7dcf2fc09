package co.anb.showcase.api.video;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.video.VideoView;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clip in its owner's list; what is not known yet is left out. */
public record VideoRow(
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "title") String title,
    @Schema(name = "status") String status,
    @Schema(name = "uploaded_at", implementation = String.class, format = "date-time")
        Instant uploadedAt,
    @Schema(name = "processed_at", implementation = String.class, format = "date-time")
        Instant processedAt,
    @Schema(name = "processed_url") String processedUrl,
    @Schema(name = "votes") long votes,
    @Schema(name = "published") boolean published,
    Failure failure) {

  static VideoRow of(VideoView view, Links links, String language) {
    Video video = view.video();
    return new VideoRow(
        video.id(),
        video.title(),
        video.status().name().toLowerCase(Locale.ROOT),
        Times.shown(video.uploadedAt()),
        Times.shown(video.processedAt().orElse(null)),
        links.processed(video),
        view.votes(),
        video.isPublished(),
        Failure.of(video.failureCode(), language));
  }
}
