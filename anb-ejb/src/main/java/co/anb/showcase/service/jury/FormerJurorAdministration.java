package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.domain.jury.Assignment;
import co.anb.showcase.domain.jury.Criterion;
import co.anb.showcase.domain.jury.ScoreSheet;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.platform.Reason;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Jurors who have left: the account was deleted or has another role. What they submitted counts,
 * and keeps the rubric as it is. Nobody is left to correct it, so an administrator can void it.
 */
@Stateless
@RolesAllowed("ADMIN")
public class FormerJurorAdministration {

  private static final String LEFT =
      " from ScoreSheet s left join Account j on j.id = s.jurorId"
          + " where s.submittedAt is not null and (j.id is null or j.role <> :juror)";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private AuditTrail audit;
  @Inject private ContestCalendar calendar;
  @Inject private JurySettingsService rules;

  /** Former jurors with submitted sheets, the latest submission first. */
  public Page<FormerJuror> list(int limit, int offset) {
    List<FormerJuror> rows =
        entities
            .createQuery(
                "select new co.anb.showcase.service.jury.FormerJuror(s.jurorId,"
                    + " j.firstName || ' ' || j.lastName, count(s), max(s.submittedAt))"
                    + LEFT
                    + " group by s.jurorId, j.firstName, j.lastName"
                    + " order by max(s.submittedAt) desc, s.jurorId",
                FormerJuror.class)
            .setParameter("juror", Role.JUROR)
            .setMaxResults(limit)
            .setFirstResult(offset)
            .getResultList();
    long total =
        entities
            .createQuery("select count(distinct s.jurorId)" + LEFT, Long.class)
            .setParameter("juror", Role.JUROR)
            .getSingleResult();
    return new Page<>(rows, total);
  }

  /**
   * Takes one submitted sheet out for good, with its assignment, so that the clip can be given to
   * another juror.
   *
   * @throws ProblemException NOT_FOUND, INVALID_FIELD, SHEET_NOT_SUBMITTED, JUROR_PRESENT or
   *     PHASE_CLOSED
   */
  public void voidSheet(UUID adminId, UUID assignmentId, String reason) {
    Assignment assignment = locked(assignmentId);
    if (assignment == null) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    String why = Reason.checked(reason);
    calendar.requireResultOpen();
    requireLeft(assignment.jurorId());
    if (!takeOut(adminId, assignment, why)) {
      throw new ProblemException(ProblemCode.SHEET_NOT_SUBMITTED);
    }
  }

  /**
   * Takes all sheets that a former juror has submitted out for good.
   *
   * @return how many there were, at least one
   * @throws ProblemException NOT_FOUND if there is none; INVALID_FIELD, JUROR_PRESENT or
   *     PHASE_CLOSED
   */
  public int voidAll(UUID adminId, UUID jurorId, String reason) {
    String why = Reason.checked(reason);
    requireLeft(jurorId);
    List<UUID> submitted =
        entities
            .createQuery(
                "select s.assignmentId from ScoreSheet s"
                    + " where s.jurorId = :juror and s.submittedAt is not null"
                    + " order by s.assignmentId",
                UUID.class)
            .setParameter("juror", jurorId)
            .getResultList();
    if (submitted.isEmpty()) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    calendar.requireResultOpen();
    int taken = 0;
    for (UUID each : submitted) {
      Assignment assignment = locked(each);
      if (assignment != null && takeOut(adminId, assignment, why)) {
        taken++;
      }
    }
    return taken;
  }

  private Assignment locked(UUID assignmentId) {
    return entities.find(Assignment.class, assignmentId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** A juror who is there corrects the sheet himself, once it is reopened. */
  private void requireLeft(UUID jurorId) {
    Account juror = entities.find(Account.class, jurorId);
    if (juror != null && juror.role() == Role.JUROR) {
      throw new ProblemException(ProblemCode.JUROR_PRESENT);
    }
  }

  /** False if it is not submitted. */
  private boolean takeOut(UUID adminId, Assignment assignment, String why) {
    ScoreSheet sheet = entities.find(ScoreSheet.class, assignment.id());
    if (sheet == null || !sheet.isSubmitted()) {
      return false;
    }
    JsonObject detail = detail(sheet);
    // Closing the contest refuses changes of sheets, but not deletions, which clips bring along.
    sheet.reopen(why, clock.instant());
    entities.flush();
    entities.remove(sheet);
    entities.flush();
    entities.remove(assignment);
    audit.record(
        AuditEntry.of(adminId, "jury.sheet.void", "jury_assignment", assignment.id())
            .because(why)
            .with(detail));
    return true;
  }

  private JsonObject detail(ScoreSheet sheet) {
    JsonObjectBuilder scores = Json.createObjectBuilder();
    Map<UUID, Double> values = sheet.scores();
    for (Criterion criterion : rules.rubric().criteria()) {
      if (values.containsKey(criterion.id())) {
        scores.add(criterion.code(), values.get(criterion.id()));
      }
    }
    return Json.createObjectBuilder()
        .add("juror_id", sheet.jurorId().toString())
        .add("video_id", sheet.videoId().toString())
        .add("total", sheet.total().orElseThrow())
        .add("scores", scores)
        .build();
  }
}
