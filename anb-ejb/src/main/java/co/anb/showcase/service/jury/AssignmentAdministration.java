package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.domain.jury.Assignment;
import co.anb.showcase.domain.jury.JurySettings;
import co.anb.showcase.domain.jury.ScoreSheet;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.jury.SpreadPlan.Clip;
import co.anb.showcase.service.jury.SpreadPlan.Juror;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which juror judges which clip: administrators list, give and take clips one by one. */
@Stateless
@RolesAllowed("ADMIN")
public class AssignmentAdministration {

  private static final String VIEW =
      " from AssignedClip a join Account p on p.id = a.playerId left join Account j on j.id ="
          + " a.jurorId";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private AuditTrail audit;
  @Inject private JurySettingsService rules;
  @Inject private AssignmentStore store;

  /** Assignments, by juror and place in the juror's queue; those of hidden clips too. */
  public Page<AssignmentRow> assignments(AssignmentFilter filter, int limit, int offset) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (filter.jurorId() != null) {
      conditions.add("a.jurorId = :juror");
      parameters.put("juror", filter.jurorId());
    }
    if (filter.videoId() != null) {
      conditions.add("a.videoId = :video");
      parameters.put("video", filter.videoId());
    }
    if (filter.state() != null) {
      conditions.add("a.state = :state");
      parameters.put("state", filter.state());
    }
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<AssignmentRow> rows =
        entities.createQuery(
            "select new co.anb.showcase.service.jury.AssignmentRow(a, j, p)"
                + VIEW
                + where
                + " order by a.jurorId, a.number",
            AssignmentRow.class);
    TypedQuery<Long> total =
        entities.createQuery("select count(a) from AssignedClip a" + where, Long.class);
    parameters.forEach(
        (name, value) -> {
          rows.setParameter(name, value);
          total.setParameter(name, value);
        });
    return new Page<>(
        rows.setMaxResults(limit).setFirstResult(offset).getResultList(), total.getSingleResult());
  }

  /**
   * One assignment with what the juror wrote.
   *
   * @throws ProblemException NOT_FOUND
   */
  public AssignedSheet assignment(UUID assignmentId) {
    AssignmentRow view =
        entities
            .createQuery(
                "select new co.anb.showcase.service.jury.AssignmentRow(a, j, p)"
                    + VIEW
                    + " where a.id = :id",
                AssignmentRow.class)
            .setParameter("id", assignmentId)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    return new AssignedSheet(
        view,
        rules.rubric(),
        Optional.ofNullable(entities.find(ScoreSheet.class, view.clip().id())));
  }

  /**
   * Gives one clip to one juror.
   *
   * @param jurorId null if what was sent cannot be an id
   * @param videoId null if what was sent cannot be an id
   * @throws ProblemException INVALID_FIELD, VIDEO_NOT_FOUND, NOT_PUBLISHED, ALREADY_ASSIGNED or
   *     CONFLICT_OF_INTEREST
   */
  public AssignedSheet assign(UUID adminId, UUID jurorId, UUID videoId) {
    JurySettings settings = store.lockedSettings();
    Account juror = jurorId == null ? null : entities.find(Account.class, jurorId);
    if (juror == null || juror.role() != Role.JUROR) {
      throw ProblemException.fields(List.of(new FieldError("juror_id", "juror_unknown")));
    }
    Video video = videoId == null ? null : entities.find(Video.class, videoId);
    if (video == null) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    if (!video.isPublished()) {
      throw new ProblemException(ProblemCode.NOT_PUBLISHED);
    }
    boolean assigned =
        !entities
            .createQuery(
                "select a.id from Assignment a where a.jurorId = :juror and a.videoId = :video",
                UUID.class)
            .setParameter("juror", jurorId)
            .setParameter("video", videoId)
            .getResultList()
            .isEmpty();
    if (assigned) {
      throw new ProblemException(ProblemCode.ALREADY_ASSIGNED);
    }
    if (store
        .conflicts(settings)
        .between(
            new Juror(jurorId, juror.cityKey()),
            new Clip(videoId, video.owner().id(), video.owner().cityKey()))) {
      throw new ProblemException(ProblemCode.CONFLICT_OF_INTEREST);
    }
    int number = store.lastNumbers().getOrDefault(jurorId, 0) + 1;
    var assignment =
        new Assignment(
            UuidCreator.getTimeOrderedEpoch(), jurorId, videoId, number, clock.instant(), adminId);
    entities.persist(assignment);
    entities.flush();
    audit.record(
        AuditEntry.of(adminId, "jury.assignment.add", "jury_assignment", assignment.id())
            .with(
                Json.createObjectBuilder()
                    .add("juror_id", jurorId.toString())
                    .add("video_id", videoId.toString())
                    .build()));
    return assignment(assignment.id());
  }

  /**
   * Takes a clip from a juror, with the juror's draft.
   *
   * @throws ProblemException NOT_FOUND, or SHEET_SUBMITTED
   */
  public void unassign(UUID adminId, UUID assignmentId) {
    Assignment assignment = store.locked(assignmentId);
    ScoreSheet sheet = entities.find(ScoreSheet.class, assignmentId);
    if (sheet != null && sheet.isSubmitted()) {
      throw new ProblemException(ProblemCode.SHEET_SUBMITTED);
    }
    if (sheet != null) {
      entities.remove(sheet);
      entities.flush();
    }
    entities.remove(assignment);
    audit.record(
        AuditEntry.of(adminId, "jury.assignment.remove", "jury_assignment", assignmentId)
            .with(
                Json.createObjectBuilder()
                    .add("juror_id", assignment.jurorId().toString())
                    .add("video_id", assignment.videoId().toString())
                    .add("draft", sheet != null)
                    .build()));
  }
}
