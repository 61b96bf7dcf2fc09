package co.anb.showcase.service.contest;

import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.domain.contest.Phases;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the contest accepts now, for every request. It asks the database at most once a second, so a
 * change is effective on every server a second later, and at once on the one that made it.
 */
@ApplicationScoped
public class ContestCalendar {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final ReentrantLock reading = new ReentrantLock();

  @Inject private Clock clock;
  @Inject private ContestStore store;

  private volatile Seen seen;

  /** What was read, and when. */
  private record Seen(ContestState state, Instant at) {

    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
    }
  }

  /** The contest, as it was at most a second ago. */
  public ContestState state() {
    Seen last = seen;
    Instant now = clock.instant();
    if (last != null && last.isFresh(now)) {
      return last.state();
    }
    // While one thread asks, the others go on with what is known.
    if (last == null) {
      reading.lock();
    } else if (!reading.tryLock()) {
      return last.state();
    }
    try {
      Seen news = new Seen(store.read(), now);
      seen = news;
      return news.state();
    } finally {
      reading.unlock();
    }
  }

  /** The settings, as they were at most a second ago. */
  public ContestSettings settings() {
    return state().settings();
  }

  /** What is accepted now. */
  public Phases now() {
    return Phases.of(state(), clock.instant());
  }

  /**
   * Refuses an upload outside its time.
   *
   * @throws ProblemException PHASE_CLOSED
   */
  public void requireUploadsOpen() {
    require(now().uploadsOpen());
  }

  /**
   * Refuses the end of an upload that cannot have begun in time.
   *
   * @param late how long after the deadline it may end
   * @throws ProblemException PHASE_CLOSED
   */
  public void requireUploadsOpen(Duration late) {
    require(now().uploadsOpen() || Phases.of(state(), clock.instant().minus(late)).uploadsOpen());
  }

  /**
   * Refuses a vote, or taking one back, outside its time.
   *
   * @throws ProblemException PHASE_CLOSED
   */
  public void requireVotingOpen() {
    require(now().votingOpen());
  }

  /**
   * Refuses a publication when it could get no votes any more.
   *
   * @throws ProblemException PHASE_CLOSED
   */
  public void requirePublicationOpen() {
    require(now().publicationOpen());
  }

  /**
   * Refuses a juror's score that could not count any more.
   *
   * @throws ProblemException PHASE_CLOSED
   */
  public void requireJudgingOpen() {
    require(now().judgingOpen());
  }

  /**
   * Refuses what would change a result that is fixed.
   *
   * @throws ProblemException PHASE_CLOSED
   */
  public void requireResultOpen() {
    require(now().resultOpen());
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContestChanged change) {
    seen = null;
  }

  private static void require(boolean open) {
    if (!open) {
      throw new ProblemException(ProblemCode.PHASE_CLOSED);
    }
  }
}
