package co.anb.showcase.service.contest;

import co.anb.showcase.domain.contest.Contest;
import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** What administrators set about the contest. */
@Stateless
@RolesAllowed("ADMIN")
public class ContestService {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private AuditTrail audit;
  @Inject private Event<ContestChanged> changed;

  /** The contest as it is, and not as it was a second ago. */
  public ContestState read() {
    return entities.find(Contest.class, Contest.KEY).state();
  }

  /**
   * Replaces the settings. Once there is a snapshot of the result, only the name and the time zone
   * may still change.
   *
   * @return the contest as it is then
   * @throws ProblemException INVALID_FIELD, VERSION_CONFLICT or RESULT_EXISTS
   */
  public ContestState change(ContestChange change, UUID actorId) {
    ContestSettings wanted = ContestRules.settings(change);
    Contest contest = entities.find(Contest.class, Contest.KEY, LockModeType.PESSIMISTIC_WRITE);
    ContestState before = contest.state();
    if (before.version() != change.version()) {
      throw new ProblemException(ProblemCode.VERSION_CONFLICT);
    }
    if (wanted.equals(before.settings())) {
      return before;
    }
    if (before.resultId() != null && !wanted.decidesLike(before.settings())) {
      throw new ProblemException(ProblemCode.RESULT_EXISTS);
    }
    contest.change(wanted, clock.instant());
    audit.record(
        AuditEntry.of(actorId, "contest.change", "contest", "contest")
            .with(SettingsJson.difference(before.settings(), wanted)));
    entities.flush();
    changed.fire(new ContestChanged());
    return contest.state();
  }
}
