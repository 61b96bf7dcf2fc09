package co.anb.showcase.service.contest;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The contest's deadlines; a deadline that is not set never comes. */
@ApplicationScoped
public class ContestCalendar {

  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.contest.uploads-until")
  private Optional<Instant> uploadsUntil;

  @Inject
  @ConfigProperty(name = "anb.contest.voting-until")
  private Optional<Instant> votingUntil;

  /** What is accepted now. */
  public Phase phase() {
    if (over(votingUntil)) {
      return Phase.CLOSED;
    }
    return over(uploadsUntil) ? Phase.VOTING : Phase.UPLOADS;
  }

  /** The end of the uploads, if one is set. */
  public Optional<Instant> uploadsUntil() {
    return uploadsUntil;
  }

  /** The end of the voting, if one is set. */
  public Optional<Instant> votingUntil() {
    return votingUntil;
  }

  /**
   * Refuses an upload that comes too late.
   *
   * @throws ProblemException PHASE_CLOSED
   */
  public void requireUploadsOpen() {
    if (phase() != Phase.UPLOADS) {
      throw new ProblemException(ProblemCode.PHASE_CLOSED);
    }
  }

  /**
   * Refuses a vote that comes too late.
   *
   * @throws ProblemException PHASE_CLOSED
   */
  public void requireVotingOpen() {
    if (phase() == Phase.CLOSED) {
      throw new ProblemException(ProblemCode.PHASE_CLOSED);
    }
  }

  private boolean over(Optional<Instant> deadline) {
    return deadline.isPresent() && !clock.instant().isBefore(deadline.get());
  }
}
