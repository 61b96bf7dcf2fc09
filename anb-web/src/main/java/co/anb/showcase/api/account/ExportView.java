package co.anb.showcase.api.account;

import co.anb.showcase.api.jury.ScoreView;
import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.account.AccountSession;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.account.PersonalData;
import co.anb.showcase.service.account.PersonalData.Declared;
import co.anb.showcase.service.account.PersonalData.Judged;
import co.anb.showcase.service.account.PersonalData.Recorded;
import co.anb.showcase.service.account.PersonalData.VoteCast;
import co.anb.showcase.service.account.PersonalData.VoteChanged;
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
    @Schema(name = "vote_events", description = "What happened to the votes")
        List<VoteEvent> voteEvents,
    @Schema(name = "judged", description = "What the person judges as juror")
        List<Assignment> judged,
    @Schema(name = "conflicts", description = "Declared by the person or about the person")
        List<Conflict> conflicts,
    @Schema(name = "sessions") List<Session> sessions,
    @Schema(name = "acts", description = "What was done to the account") List<Act> acts,
    @Schema(name = "own_acts", description = "What the person did that is in the audit trail")
        List<OwnAct> ownActs) {

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

  /** What happened to a vote of the person. */
  @JsonbNillable
  @Schema(name = "ExportedVoteEvent")
  public record VoteEvent(
      @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
      @Schema(
              name = "kind",
              description = "cast, taken_back, voided or restored",
              example = "taken_back")
          String kind,
      @Schema(name = "at", implementation = String.class, format = "date-time") Instant at,
      @Schema(name = "reason") String reason) {}

  /** A clip that the person judges, by its number in the queue, and the sheet about it. */
  @JsonbNillable
  @Schema(name = "ExportedAssignment")
  public record Assignment(
      @Schema(name = "assignment_id", implementation = String.class, format = "uuid")
          UUID assignmentId,
      @Schema(name = "number", example = "7") int number,
      @Schema(
              name = "state",
              description = "todo, draft, submitted or conflict",
              example = "submitted")
          String state,
      @Schema(name = "assigned_at", implementation = String.class, format = "date-time")
          Instant assignedAt,
      @Schema(name = "scores") List<ScoreView> scores,
      @Schema(name = "comment", example = "Buen manejo con las dos manos.") String comment,
      @Schema(name = "saved_at", implementation = String.class, format = "date-time")
          Instant savedAt,
      @Schema(name = "submitted_at", implementation = String.class, format = "date-time")
          Instant submittedAt,
      @Schema(name = "total", example = "71.25") Double total,
      @Schema(name = "reopened_at", implementation = String.class, format = "date-time")
          Instant reopenedAt,
      @Schema(name = "reopen_reason", example = "Se calificó el video equivocado.")
          String reopenReason) {}

  /** A conflict of interest; the other side is not named. */
  @Schema(name = "ExportedConflict")
  public record Conflict(
      @Schema(name = "declared_at", implementation = String.class, format = "date-time")
          Instant declaredAt,
      @Schema(name = "reason", example = "Es mi sobrina.") String reason,
      @Schema(name = "as_juror", description = "it keeps the person from judging") boolean asJuror,
      @Schema(name = "as_player", description = "it keeps a juror from judging the person")
          boolean asPlayer,
      @Schema(name = "declared_by_me") boolean declaredByMe) {}

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

  /** An entry of the audit trail that the person caused. */
  @JsonbNillable
  @Schema(name = "ExportedOwnAct")
  public record OwnAct(
      @Schema(name = "at", implementation = String.class, format = "date-time") Instant at,
      @Schema(name = "action") String action,
      @Schema(name = "subject_type") String subjectType,
      @Schema(name = "subject_id") String subjectId,
      @Schema(name = "reason") String reason) {}

  static ExportView of(PersonalData data, Instant now, Links links) {
    return new ExportView(
        Times.shown(now),
        AccountView.of(data.account(), links),
        data.clips().stream().map(clip -> clip(clip, links)).toList(),
        data.votes().stream().map(ExportView::vote).toList(),
        data.voteEvents().stream().map(ExportView::voteEvent).toList(),
        data.judged().stream().map(ExportView::assignment).toList(),
        data.conflicts().stream().map(ExportView::conflict).toList(),
        data.sessions().stream().map(ExportView::session).toList(),
        data.acts().stream().map(ExportView::act).toList(),
        data.ownActs().stream().map(ExportView::ownAct).toList());
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

  private static VoteEvent voteEvent(VoteChanged event) {
    return new VoteEvent(
        event.videoId(),
        event.kind().toLowerCase(Locale.ROOT),
        Times.shown(event.at()),
        event.reason());
  }

  private static Assignment assignment(Judged judged) {
    return new Assignment(
        judged.assignmentId(),
        judged.number(),
        judged.state().toLowerCase(Locale.ROOT),
        Times.shown(judged.assignedAt()),
        judged.scores().entrySet().stream()
            .map(score -> new ScoreView(score.getKey(), score.getValue()))
            .toList(),
        judged.comment(),
        Times.shown(judged.savedAt()),
        Times.shown(judged.submittedAt()),
        judged.total(),
        Times.shown(judged.reopenedAt()),
        judged.reopenReason());
  }

  private static Conflict conflict(Declared declared) {
    return new Conflict(
        Times.shown(declared.at()),
        declared.reason(),
        declared.asJuror(),
        declared.asPlayer(),
        declared.declaredByMe());
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

  private static OwnAct ownAct(Recorded entry) {
    return new OwnAct(
        Times.shown(entry.at()),
        entry.action(),
        entry.subjectType(),
        entry.subjectId(),
        entry.reason());
  }
}
