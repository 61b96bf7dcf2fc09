package co.anb.showcase.service.result;

import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The public result, cached because everybody wants to see it at once. Only names can change in it:
 * a deleted account is gone from it ten seconds later.
 */
@ApplicationScoped
public class PublishedResult {

  private static final Duration FRESH = Duration.ofSeconds(10);

  private final ReentrantLock reading = new ReentrantLock();

  @Inject private ContestCalendar calendar;
  @Inject private ResultService results;
  @Inject private Clock clock;

  private volatile Seen seen;

  /** What was read, and until when it may be used. */
  private record Seen(ResultSheet sheet, Instant until) {

    boolean isGood(UUID resultId, Instant now) {
      return sheet.id().equals(resultId) && now.isBefore(until);
    }
  }

  /**
   * The result.
   *
   * @throws ProblemException NOT_FOUND while none is public
   */
  public ResultSheet sheet() {
    ContestState contest = calendar.state();
    if (contest.publishedAt() == null) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    Seen last = seen;
    Instant now = clock.instant();
    if (last != null && last.isGood(contest.resultId(), now)) {
      return last.sheet();
    }
    return read(contest.resultId());
  }

  /** While one thread reads, the others wait for what it finds. */
  private ResultSheet read(UUID resultId) {
    reading.lock();
    try {
      Seen last = seen;
      Instant now = clock.instant();
      if (last == null || !last.isGood(resultId, now)) {
        last = new Seen(results.published(), now.plus(FRESH));
        seen = last;
      }
      return last.sheet();
    } finally {
      reading.unlock();
    }
  }
}
