package co.anb.showcase.api.voting;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.service.ranking.PublishedClip;
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
    @Schema(name = "small_poster_url") String smallPosterUrl,
    @Schema(name = "duration") Double duration,
    @Schema(name = "uploaded_at", implementation = String.class, format = "date-time")
        Instant uploadedAt,
    @Schema(name = "votes") long votes,
    @Schema(name = "user_vote") Boolean userVote) {

  static PublicVideoView of(PublishedClip clip, Boolean userVote, Links links) {
    return new PublicVideoView(
        clip.videoId(),
        clip.title(),
        clip.playerId(),
        clip.username(),
        clip.city(),
        links.processed(clip.videoId(), VideoStatus.PROCESSED, true),
        links.poster(clip.videoId(), VideoStatus.PROCESSED, true),
        links.smallPoster(clip.videoId()),
        clip.durationMillis() == null ? null : clip.durationMillis() / 1000.0,
        Times.shown(clip.uploadedAt()),
        clip.votes(),
        userVote);
  }
}
