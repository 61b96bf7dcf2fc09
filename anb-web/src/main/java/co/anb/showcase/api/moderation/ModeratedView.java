package co.anb.showcase.api.moderation;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.moderation.ModeratedVideo;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A clip as administrators see it; what is not known is null.
 *
 * @param state waiting (for a worker), failed, pending, published or withheld
 * @param duration seconds
 * @param withheldBy the administrator's account
 * @param failureCode stable, if it failed
 */
@JsonbNillable
public record ModeratedView(
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "title") String title,
    @Schema(name = "state") String state,
    @Schema(name = "status") String status,
    @Schema(name = "owner_id", implementation = String.class, format = "uuid") UUID ownerId,
    @Schema(name = "owner_name") String ownerName,
    @Schema(name = "owner_email") String ownerEmail,
    @Schema(name = "city") String city,
    @Schema(name = "uploaded_at", implementation = String.class, format = "date-time")
        Instant uploadedAt,
    @Schema(name = "processed_at", implementation = String.class, format = "date-time")
        Instant processedAt,
    @Schema(name = "published_at", implementation = String.class, format = "date-time")
        Instant publishedAt,
    @Schema(name = "withheld_at", implementation = String.class, format = "date-time")
        Instant withheldAt,
    @Schema(name = "withheld_by", implementation = String.class, format = "uuid") UUID withheldBy,
    @Schema(name = "withheld_reason") String withheldReason,
    @Schema(name = "failure_code") String failureCode,
    @Schema(name = "duration") Double duration,
    @Schema(name = "votes") long votes,
    @Schema(name = "original_url") String originalUrl,
    @Schema(name = "processed_url") String processedUrl,
    @Schema(name = "poster_url") String posterUrl) {

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
