package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.domain.jury.Assignment;
import co.anb.showcase.domain.jury.ScoreSheet;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.platform.Reason;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** Submitted sheets that administrators open again. */
@Stateless
@RolesAllowed("ADMIN")
public class SheetAdministration {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private AuditTrail audit;
  @Inject private ContestCalendar calendar;
  @Inject private AssignmentStore store;
  @Inject private AssignmentAdministration assignments;

  /**
   * Makes a submitted sheet a draft again, while there is still time to submit it.
   *
   * @throws ProblemException NOT_FOUND, INVALID_FIELD, SHEET_NOT_SUBMITTED, PHASE_CLOSED, or
   *     JUROR_LEFT if its juror is no longer one and cannot submit it again
   */
  public AssignedSheet reopen(UUID adminId, UUID assignmentId, String reason) {
    Assignment assignment = store.locked(assignmentId);
    String why = Reason.checked(reason);
    calendar.requireJudgingOpen();
    ScoreSheet sheet = entities.find(ScoreSheet.class, assignmentId);
    if (sheet == null || !sheet.isSubmitted()) {
      throw new ProblemException(ProblemCode.SHEET_NOT_SUBMITTED);
    }
    Account juror = entities.find(Account.class, assignment.jurorId());
    if (juror == null || juror.role() != Role.JUROR) {
      throw new ProblemException(ProblemCode.JUROR_LEFT);
    }
    double total = sheet.total().orElseThrow();
    sheet.reopen(why, clock.instant());
    entities.flush();
    audit.record(
        AuditEntry.of(adminId, "jury.sheet.reopen", "jury_assignment", assignmentId)
            .because(why)
            .with(
                Json.createObjectBuilder()
                    .add("juror_id", assignment.jurorId().toString())
                    .add("video_id", assignment.videoId().toString())
                    .add("total", total)
                    .build()));
    return assignments.assignment(assignmentId);
  }
}
