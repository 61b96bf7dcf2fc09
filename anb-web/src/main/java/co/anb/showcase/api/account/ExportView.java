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
import co.anb.showcase.service.account.PersonalData.SecurityRecorded;
import co.anb.showcase.service.account.PersonalData.VoteCast;
import co.anb.showcase.service.account.PersonalData.VoteChanged;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is stored about a person.
 *
 * @param voteEvents What happened to the votes
 * @param judged What the person judges as juror
 * @param conflicts Declared by the person or about the person
 * @param acts What was done to the account
 * @param ownActs What the person did that is in the audit trail
 * @param securityEvents Sign-ins and the like
 */
public record ExportView(
    Instant exportedAt,
    AccountView account,
    List<Clip> clips,
    List<Vote> votes,
    List<VoteEvent> voteEvents,
    List<Assignment> judged,
    List<Conflict> conflicts,
    List<Session> sessions,
    List<Act> acts,
    List<OwnAct> ownActs,
    List<SecurityEvent> securityEvents) {

  /** A clip. */
  @JsonbNillable
  @Schema(name = "ExportedClip")
  public record Clip(
      UUID videoId,
      String title,
      String status,
      boolean published,
      Instant uploadedAt,
      Instant processedAt,
      Instant publishedAt,
      String originalUrl,
      String processedUrl,
      String posterUrl) {}

  /**
   * A vote that the person cast.
   *
   * @param counts false if it was voided
   */
  @Schema(name = "ExportedVote")
  public record Vote(UUID videoId, String title, Instant castAt, boolean counts) {}

  /**
   * What happened to a vote of the person.
   *
   * @param kind cast, taken_back, voided or restored
   */
  @JsonbNillable
  @Schema(name = "ExportedVoteEvent")
  public record VoteEvent(
      UUID videoId, @Schema(example = "taken_back") String kind, Instant at, String reason) {}

  /**
   * A clip that the person judges, by its number in the queue, and the sheet about it.
   *
   * @param state todo, draft, submitted or conflict
   */
  @JsonbNillable
  @Schema(name = "ExportedAssignment")
  public record Assignment(
      UUID assignmentId,
      @Schema(example = "7") int number,
      @Schema(example = "submitted") String state,
      Instant assignedAt,
      List<ScoreView> scores,
      @Schema(example = "Buen manejo con las dos manos.") String comment,
      Instant savedAt,
      Instant submittedAt,
      @Schema(example = "71.25") Double total,
      Instant reopenedAt,
      @Schema(example = "Se calificó el video equivocado.") String reopenReason) {}

  /**
   * A conflict of interest; the other side is not named.
   *
   * @param asJuror it keeps the person from judging
   * @param asPlayer it keeps a juror from judging the person
   */
  @Schema(name = "ExportedConflict")
  public record Conflict(
      Instant declaredAt,
      @Schema(example = "Es mi sobrina.") String reason,
      boolean asJuror,
      boolean asPlayer,
      boolean declaredByMe) {}

  /** Where the person is signed in. */
  @Schema(name = "ExportedSession")
  public record Session(
      UUID sessionId, String agent, Instant createdAt, Instant usedAt, Instant expiresAt) {}

  /** An entry of the audit trail. */
  @JsonbNillable
  @Schema(name = "ExportedAct")
  public record Act(Instant at, String action, String reason) {}

  /** A security event, as administrators see it. */
  @Schema(name = "ExportedSecurityEvent")
  public record SecurityEvent(Instant at, String kind, String outcome) {}

  /** An entry of the audit trail that the person caused. */
  @JsonbNillable
  @Schema(name = "ExportedOwnAct")
  public record OwnAct(
      Instant at, String action, String subjectType, String subjectId, String reason) {}

  static ExportView of(PersonalData data, Instant now, Links links) {
    return new ExportView(
        Times.shown(now),
        // A restricted account gets no export.
        AccountView.of(data.account(), false, links),
        data.clips().stream().map(clip -> clip(clip, links)).toList(),
        data.votes().stream().map(ExportView::vote).toList(),
        data.voteEvents().stream().map(ExportView::voteEvent).toList(),
        data.judged().stream().map(ExportView::assignment).toList(),
        data.conflicts().stream().map(ExportView::conflict).toList(),
        data.sessions().stream().map(ExportView::session).toList(),
        data.acts().stream().map(ExportView::act).toList(),
        data.ownActs().stream().map(ExportView::ownAct).toList(),
        data.securityEvents().stream().map(ExportView::securityEvent).toList());
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

  private static SecurityEvent securityEvent(SecurityRecorded event) {
    return new SecurityEvent(Times.shown(event.at()), event.kind(), event.outcome());
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
