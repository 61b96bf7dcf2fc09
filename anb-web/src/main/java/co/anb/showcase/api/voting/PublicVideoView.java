package co.anb.showcase.api.voting;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.service.ranking.PublishedClip;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * A published clip as everyone sees it.
 *
 * @param duration seconds
 * @param userVote whether the caller voted for it; null without a token
 */
@JsonbNillable
public record PublicVideoView(
    UUID videoId,
    String title,
    UUID playerId,
    String username,
    String city,
    String processedUrl,
    String posterUrl,
    String smallPosterUrl,
    Double duration,
    Instant uploadedAt,
    long votes,
    Boolean userVote) {

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
