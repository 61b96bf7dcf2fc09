package co.anb.showcase.api.moderation;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.moderation.ModeratedVideo;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A clip as administrators see it; what is not known is null.
 *
 * @param state waiting (for a worker), failed, pending, published, withheld or withdrawn (by its
 *     owner)
 * @param duration seconds
 * @param withheldBy the administrator's account
 * @param failureCode stable, if it failed
 */
@JsonbNillable
public record ModeratedView(
    UUID videoId,
    String title,
    String state,
    String status,
    UUID ownerId,
    String ownerName,
    String ownerEmail,
    String city,
    Instant uploadedAt,
    Instant processedAt,
    Instant publishedAt,
    Instant withheldAt,
    UUID withheldBy,
    String withheldReason,
    String failureCode,
    Double duration,
    long votes,
    String originalUrl,
    String processedUrl,
    String posterUrl) {

  static ModeratedView of(ModeratedVideo video, Links links) {
    boolean processed = video.status().equals("PROCESSED");
    return new ModeratedView(
        video.id(),
        video.title(),
        video.state().name().toLowerCase(Locale.ROOT),
        video.status().toLowerCase(Locale.ROOT),
        video.ownerId(),
        video.ownerName(),
        video.ownerEmail(),
        video.city(),
        Times.shown(video.uploadedAt()),
        Times.shown(video.processedAt()),
        Times.shown(video.publishedAt()),
        Times.shown(video.withheldAt()),
        video.withheldBy(),
        video.withheldReason(),
        video.failureCode(),
        video.durationMillis() == null ? null : video.durationMillis() / 1000.0,
        video.votes(),
        links.administration(video.id(), "original"),
        processed ? links.administration(video.id(), "processed") : null,
        processed ? links.administration(video.id(), "poster") : null);
  }
}
