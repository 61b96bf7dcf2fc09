package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.AccountSession;
import co.anb.showcase.domain.video.Video;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that is stored about a person.
 *
 * @param clips the oldest first
 * @param votes that the person has cast, the oldest first
 * @param voteEvents what happened to the person's votes, the oldest first
 * @param judged what the person judges as juror, in the order of the queue
 * @param conflicts declared by the person or about the person, the oldest first
 * @param sessions where the person is signed in
 * @param acts what was done to the account
 * @param ownActs what the person did that is in the audit trail
 * @param securityEvents sign-ins and the like, the oldest first
 */
public record PersonalData(
    Account account,
    List<Video> clips,
    List<VoteCast> votes,
    List<VoteChanged> voteEvents,
    List<Judged> judged,
    List<Declared> conflicts,
    List<AccountSession> sessions,
    List<Recorded> acts,
    List<Recorded> ownActs,
    List<SecurityRecorded> securityEvents) {

  /**
   * A vote.
   *
   * @param counts false if it was voided
   */
  public record VoteCast(UUID videoId, String title, Instant castAt, boolean counts) {}

  /**
   * What happened to a vote.
   *
   * @param kind of {@code VoteEventKind}
   * @param reason of an administrator, or null
   */
  public record VoteChanged(UUID videoId, String kind, Instant at, String reason) {}

  /**
   * A clip to be judged and the sheet about it. The clip has only its number: whose it is, a juror
   * may not learn here either.
   *
   * @param state of {@code AssignmentState}
   * @param comment or null, as everything of a sheet that was not saved
   * @param total from 0 to 100, null until submitted
   * @param scores by the criteria's codes, in the order of the rubric
   */
  public record Judged(
      UUID assignmentId,
      int number,
      String state,
      Instant assignedAt,
      String comment,
      Instant savedAt,
      Instant submittedAt,
      Double total,
      Instant reopenedAt,
      String reopenReason,
      Map<String, Double> scores) {}

  /**
   * A conflict of interest. Who is on its other side is that person's datum and not here.
   *
   * @param asJuror whether it keeps the person from judging
   * @param asPlayer whether it keeps a juror from judging the person
   * @param declaredByMe whether the person declared it
   */
  public record Declared(
      Instant at, String reason, boolean asJuror, boolean asPlayer, boolean declaredByMe) {}

  /**
   * A security event.
   *
   * @param kind of {@code SecurityEventKind}
   * @param outcome of {@code SecurityOutcome}
   */
  public record SecurityRecorded(Instant at, String kind, String outcome) {}

  /**
   * An entry of the audit trail.
   *
   * @param reason or null
   */
  public record Recorded(
      Instant at, String action, String subjectType, String subjectId, String reason) {}
}
