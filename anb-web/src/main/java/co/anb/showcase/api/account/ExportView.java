package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.api.video.Links;
import co.anb.showcase.domain.account.AccountSession;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.account.PersonalData;
import co.anb.showcase.service.account.PersonalData.Recorded;
import co.anb.showcase.service.account.PersonalData.VoteCast;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is stored about a person. */
public record ExportView(
    @Schema(name = "exported_at", implementation = String.class, format = "date-time")
        Instant exportedAt,
    @Schema(name = "account") AccountView account,
    @Schema(name = "clips") List<Clip> clips,
    @Schema(name = "votes") List<Vote> votes,
    @Schema(name = "sessions") List<Session> sessions,
    @Schema(name = "acts", description = "What was done to the account") List<Act> acts) {

  /** A clip. */
  @JsonbNillable
  @Schema(name = "ExportedClip")
  public record Clip(
      @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
      @Schema(name = "title") String title,
      @Schema(name = "status") String status,
      @Schema(name = "published") boolean published,
      @Schema(name = "uploaded_at", implementation = String.class, format = "date-time")
          Instant uploadedAt,
      @Schema(name = "processed_at", implementation = String.class, format = "date-time")
          Instant processedAt,
      @Schema(name = "published_at", implementation = String.class, format = "date-time")
          Instant publishedAt,
      @Schema(name = "original_url") String originalUrl,
      @Schema(name = "processed_url") String processedUrl,
      @Schema(name = "poster_url") String posterUrl) {}

  /** A vote that the person cast. */
  @Schema(name = "ExportedVote")
  public record Vote(
      @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
      @Schema(name = "title") String title,
      @Schema(name = "cast_at", implementation = String.class, format = "date-time") Instant castAt,
      @Schema(name = "counts", description = "false if it was voided") boolean counts) {}

  /** Where the person is signed in. */
  @Schema(name = "ExportedSession")
  public record Session(
      @Schema(name = "session_id", implementation = String.class, format = "uuid") UUID sessionId,
      @Schema(name = "agent") String agent,
      @Schema(name = "created_at", implementation = String.class, format = "date-time")
          Instant createdAt,
      @Schema(name = "used_at", implementation = String.class, format = "date-time") Instant usedAt,
      @Schema(name = "expires_at", implementation = String.class, format = "date-time")
          Instant expiresAt) {}

  /** An entry of the audit trail. */
  @JsonbNillable
  @Schema(name = "ExportedAct")
  public record Act(
      @Schema(name = "at", implementation = String.class, format = "date-time") Instant at,
      @Schema(name = "action") String action,
      @Schema(name = "reason") String reason) {}

  static ExportView of(PersonalData data, Instant now, Links links) {
    return new ExportView(
        Times.shown(now),
        AccountView.of(data.account(), links),
        data.clips().stream().map(clip -> clip(clip, links)).toList(),
        data.votes().stream().map(ExportView::vote).toList(),
        data.sessions().stream().map(ExportView::session).toList(),
        data.acts().stream().map(ExportView::act).toList());
  }

  private static Clip clip(Video video, Links links) {
    return new Clip(
        video.id(),
        video.title(),
        video.status().name().toLowerCase(Locale.ROOT),
        video.isPublished(),
        Times.shown(video.uploadedAt()),
        Times.shown(video.processedAt().orElse(null)),
        Times.shown(video.publishedAt().orElse(null)),
        links.original(video.id()),
        links.processed(video),
        links.poster(video));
  }

  private static Vote vote(VoteCast vote) {
    return new Vote(vote.videoId(), vote.title(), Times.shown(vote.castAt()), vote.counts());
  }

  private static Session session(AccountSession session) {
    return new Session(
        session.id(),
        session.agent(),
        Times.shown(session.createdAt()),
        Times.shown(session.usedAt()),
        Times.shown(session.expiresAt()));
  }

  private static Act act(Recorded entry) {
    return new Act(Times.shown(entry.at()), entry.action(), entry.reason());
  }
}
