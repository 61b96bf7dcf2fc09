package co.anb.showcase.api.voting;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.api.video.Links;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.voting.PublicVideo;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A published clip as everyone sees it.
 *
 * @param duration seconds
 * @param userVote whether the caller voted for it; null without a token
 */
@JsonbNillable
public record PublicVideoView(
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "title") String title,
    @Schema(name = "player_id", implementation = String.class, format = "uuid") UUID playerId,
    @Schema(name = "username") String username,
    @Schema(name = "city") String city,
    @Schema(name = "processed_url") String processedUrl,
    @Schema(name = "poster_url") String posterUrl,
    @Schema(name = "duration") Double duration,
    @Schema(name = "uploaded_at", implementation = String.class, format = "date-time")
        Instant uploadedAt,
    @Schema(name = "votes") long votes,
    @Schema(name = "user_vote") Boolean userVote) {

  static PublicVideoView of(PublicVideo row, Links links) {
    Video video = row.video();
    return new PublicVideoView(
        video.id(),
        video.title(),
        video.owner().id(),
        video.owner().displayName(),
        video.owner().city(),
        links.processed(video),
        links.poster(video),
        video.durationMillis().map(millis -> millis / 1000.0).orElse(null),
        Times.shown(video.uploadedAt()),
        row.votes(),
        row.userVote());
  }
}
