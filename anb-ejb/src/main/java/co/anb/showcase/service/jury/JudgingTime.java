package co.anb.showcase.service.jury;

import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** When the jury may work: as long as the contest is not closed. */
@ApplicationScoped
public class JudgingTime {

  @Inject private ContestCalendar calendar;

  /**
   * Refuses what comes too late.
   *
   * @throws ProblemException PHASE_CLOSED
   */
  public void requireOpen() {
    calendar.requireVotingOpen();
  }
}
