package co.anb.showcase.domain.contest;

import java.time.Instant;

/**
 * The one rule about what the contest accepts when. A deadline that is not set never comes.
 *
 * @param judgedFirst whether the public sees clips only when the voting opens, and jurors are done
 *     then
 * @param closed whether there is a snapshot of the result
 * @param published whether the result is public
 */
public record Phases(
    Schedule schedule, boolean judgedFirst, boolean closed, boolean published, Instant now) {

  /** The phases of a contest at a moment. */
  public static Phases of(ContestState contest, Instant now) {
    return new Phases(
        contest.settings().schedule(),
        contest.settings().galleryAfterJudging(),
        contest.resultId() != null,
        contest.publishedAt() != null,
        now);
  }

  /** Where the contest stands. */
  public Phase phase() {
    if (published) {
      return Phase.PUBLISHED;
    }
    if (closed || reached(schedule.votingCloses())) {
      return Phase.CLOSED;
    }
    if (ahead(schedule.submissionOpens())) {
      return Phase.DRAFT;
    }
    return reached(schedule.submissionCloses()) ? Phase.VOTING : Phase.SUBMISSION;
  }

  /** Whether clips are accepted. */
  public boolean uploadsOpen() {
    return phase() == Phase.SUBMISSION;
  }

  /** Whether votes are accepted and may be taken back. */
  public boolean votingOpen() {
    return running() && !ahead(schedule.votingOpens());
  }

  /**
   * Whether an accepted clip may become public: until the voting closes, for a clip that was sent
   * in time may still be processed or looked at.
   */
  public boolean publicationOpen() {
    return running();
  }

  /**
   * Whether jurors may score: until the snapshot is made, also when the public is done; if they
   * judge first, until the voting opens.
   */
  public boolean judgingOpen() {
    return resultOpen() && !(judgedFirst && reached(schedule.votingOpens()));
  }

  /** Whether the result may still change: until the snapshot is made. */
  public boolean resultOpen() {
    return !closed && phase() != Phase.DRAFT;
  }

  /** Whether the public sees published clips and the ranking. */
  public boolean galleryOpen() {
    return !judgedFirst || closed || !ahead(schedule.votingOpens());
  }

  private boolean running() {
    Phase phase = phase();
    return phase == Phase.SUBMISSION || phase == Phase.VOTING;
  }

  private boolean reached(Instant deadline) {
    return deadline != null && !now.isBefore(deadline);
  }

  private boolean ahead(Instant opening) {
    return opening != null && now.isBefore(opening);
  }
}
