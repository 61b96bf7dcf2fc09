package co.anb.showcase.api.video;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.video.VideoRow;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A clip in its owner's list; what is not known yet is left out. */
public record ListedVideoView(
    UUID videoId,
    String title,
    String status,
    Instant uploadedAt,
    Instant processedAt,
    String processedUrl,
    long votes,
    boolean published,
    Failure failure,
    Moderation moderation) {

  static ListedVideoView of(VideoRow view, Links links, String language) {
    Video video = view.video();
    return new ListedVideoView(
        video.id(),
        video.title(),
        video.status().name().toLowerCase(Locale.ROOT),
        Times.shown(video.uploadedAt()),
        Times.shown(video.processedAt().orElse(null)),
        links.processed(video),
        view.votes(),
        video.isPublished(),
        Failure.of(video.failureCode(), language),
        Moderation.of(video));
  }
}
