package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.domain.jury.Assignment;
import co.anb.showcase.domain.jury.AssignmentState;
import co.anb.showcase.domain.jury.Conflict;
import co.anb.showcase.domain.jury.JurySettings;
import co.anb.showcase.domain.jury.ScoreSheet;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.jury.SpreadPlan.Clip;
import co.anb.showcase.service.jury.SpreadPlan.Conflicts;
import co.anb.showcase.service.jury.SpreadPlan.Juror;
import co.anb.showcase.service.jury.SpreadPlan.Pair;
import co.anb.showcase.service.jury.SpreadPlan.Standing;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How administrators run the jury: who judges what, how far it is, what is opened again. */
@Stateless
@RolesAllowed("ADMIN")
public class JuryOffice {

  private static final String VIEW =
      " from AssignedClip a join Account p on p.id = a.playerId left join Account j on j.id ="
          + " a.jurorId";

  private static final String JURORS =
      """
      select j.id, j.first_name || ' ' || j.last_name, j.city,
             count(a.id),
             count(a.id) filter (where a.state = 'TODO'),
             count(a.id) filter (where a.state = 'DRAFT'),
             count(a.id) filter (where a.state = 'SUBMITTED'),
             count(a.id) filter (where a.state = 'CONFLICT'),
             avg(a.total) filter (where a.state = 'SUBMITTED'),
             stddev_pop(a.total) filter (where a.state = 'SUBMITTED')
      from account j
      left join jury_assignment_state a on a.juror_id = j.id and a.published_at is not null
      where j.role = 'JUROR'
      group by j.id
      order by j.last_name, j.first_name, j.id
      limit :limit offset :offset
      """;

  // One statement for all: there may be twenty thousand.
  private static final String ASSIGN =
      """
      insert into jury_assignment (id, juror_id, video_id, number, created_at, created_by)
      select r.id, r.juror_id, r.video_id, r.number, cast(:now as timestamptz), cast(:by as uuid)
      from jsonb_to_recordset(cast(:rows as jsonb))
        as r(id uuid, juror_id uuid, video_id uuid, number integer)
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private AuditTrail audit;
  @Inject private ContestCalendar calendar;
  @Inject private JuryRules rules;

  /** Assignments, by juror and place in the juror's queue; those of hidden clips too. */
  public Page<AssignmentView> assignments(AssignmentFilter filter, int limit, int offset) {
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
    TypedQuery<AssignmentView> rows =
        entities.createQuery(
            "select new co.anb.showcase.service.jury.AssignmentView(a, j, p)"
                + VIEW
                + where
                + " order by a.jurorId, a.number",
            AssignmentView.class);
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
  public AssignmentDetail assignment(UUID assignmentId) {
    AssignmentView view =
        entities
            .createQuery(
                "select new co.anb.showcase.service.jury.AssignmentView(a, j, p)"
                    + VIEW
                    + " where a.id = :id",
                AssignmentView.class)
            .setParameter("id", assignmentId)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    return new AssignmentDetail(
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
  public AssignmentDetail assign(UUID adminId, UUID jurorId, UUID videoId) {
    JurySettings settings = locked();
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
    if (conflicts(settings)
        .between(
            new Juror(jurorId, juror.cityKey()),
            new Clip(videoId, video.owner().id(), video.owner().cityKey()))) {
      throw new ProblemException(ProblemCode.CONFLICT_OF_INTEREST);
    }
    int number = lastNumbers().getOrDefault(jurorId, 0) + 1;
    var assignment =
        new Assignment(UuidCreator.getTimeOrderedEpoch(), jurorId, videoId, number, now(), adminId);
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
    Assignment assignment = lockedAssignment(assignmentId);
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

  /**
   * Gives the public clips to jurors, evenly, until each has enough; adds only what is missing.
   *
   * @param scoresPerClip null for the setting's
   * @param jurorIds who shall get clips; null for all jurors. An entry is null if what was sent
   *     cannot be an id
   * @throws ProblemException INVALID_FIELD
   */
  public SpreadResult spread(UUID adminId, Integer scoresPerClip, List<UUID> jurorIds) {
    JurySettings settings = locked();
    int wanted = scoresPerClip == null ? settings.minScoresPerClip() : scoresPerClip;
    if (wanted < 1 || wanted > JurySettings.MAX_SCORES_PER_CLIP) {
      throw ProblemException.fields(List.of(new FieldError("scores_per_clip", "scores_per_clip")));
    }
    Map<UUID, Juror> all = jurors();
    List<Juror> chosen = chosen(all, jurorIds);
    List<Clip> clips = clips();
    SpreadPlan plan =
        SpreadPlan.of(chosen, clips, standing(all.keySet()), conflicts(settings), wanted);
    insert(plan.added(), adminId);
    audit.record(
        AuditEntry.of(adminId, "jury.spread", "jury", "assignments")
            .with(
                Json.createObjectBuilder()
                    .add("scores_per_clip", wanted)
                    .add("jurors", chosen.size())
                    .add("clips", clips.size())
                    .add("added", plan.added().size())
                    .add("short", plan.shortages().size())
                    .build()));
    return new SpreadResult(
        wanted,
        clips.size(),
        plan.added().size(),
        plan.loads(),
        plan.shortages().stream()
            .map(each -> new SpreadResult.Missing(each.videoId(), each.missing()))
            .toList());
  }

  /**
   * Makes a submitted sheet a draft again, while there is still time to submit it.
   *
   * @throws ProblemException NOT_FOUND, INVALID_FIELD, SHEET_NOT_SUBMITTED, PHASE_CLOSED, or
   *     JUROR_LEFT if nobody is there to submit it again
   */
  public AssignmentDetail reopen(UUID adminId, UUID assignmentId, String reason) {
    Assignment assignment = lockedAssignment(assignmentId);
    String why = RubricRules.reason(reason, Conflict.MAX_REASON);
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
    sheet.reopen(why, now());
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
    return assignment(assignmentId);
  }

  /** The jurors with their progress, by name. */
  public Page<JurorView> jurors(int limit, int offset) {
    List<?> rows =
        entities
            .createNativeQuery(JURORS)
            .setParameter("limit", limit)
            .setParameter("offset", offset)
            .getResultList();
    List<JurorView> jurors = new ArrayList<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      jurors.add(
          new JurorView(
              (UUID) row[0],
              (String) row[1],
              (String) row[2],
              ((Number) row[3]).longValue(),
              ((Number) row[4]).longValue(),
              ((Number) row[5]).longValue(),
              ((Number) row[6]).longValue(),
              ((Number) row[7]).longValue(),
              (Double) row[8],
              (Double) row[9]));
    }
    long total =
        entities
            .createQuery("select count(a) from Account a where a.role = :role", Long.class)
            .setParameter("role", Role.JUROR)
            .getSingleResult();
    return new Page<>(jurors, total);
  }

  private Assignment lockedAssignment(UUID assignmentId) {
    Assignment assignment =
        entities.find(Assignment.class, assignmentId, LockModeType.PESSIMISTIC_WRITE);
    if (assignment == null) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    return assignment;
  }

  /** One at a time assigns, so that numbers and minimums are right. */
  private JurySettings locked() {
    return entities.find(JurySettings.class, true, LockModeType.PESSIMISTIC_WRITE);
  }

  private Map<UUID, Juror> jurors() {
    Map<UUID, Juror> jurors = new HashMap<>();
    entities
        .createQuery("select a.id, a.cityKey from Account a where a.role = :role", Object[].class)
        .setParameter("role", Role.JUROR)
        .getResultList()
        .forEach(row -> jurors.put((UUID) row[0], new Juror((UUID) row[0], (String) row[1])));
    return jurors;
  }

  private static List<Juror> chosen(Map<UUID, Juror> all, List<UUID> wanted) {
    if (wanted == null) {
      return List.copyOf(all.values());
    }
    List<FieldError> errors = new ArrayList<>();
    Set<Juror> chosen = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      Juror juror = wanted.get(i) == null ? null : all.get(wanted.get(i));
      if (juror == null) {
        errors.add(new FieldError("juror_ids[" + i + "]", "juror_unknown"));
      } else {
        chosen.add(juror);
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
    return List.copyOf(chosen);
  }

  private List<Clip> clips() {
    return entities
        .createQuery(
            "select v.id, o.id, o.cityKey from Video v join v.owner o"
                + " where v.publishedAt is not null",
            Object[].class)
        .getResultStream()
        .map(row -> new Clip((UUID) row[0], (UUID) row[1], (String) row[2]))
        .toList();
  }

  /** A score counts that is submitted, or that a juror will still give. */
  private Standing standing(Set<UUID> jurors) {
    Set<Pair> assigned = new HashSet<>();
    Set<Pair> counting = new HashSet<>();
    entities
        .createQuery(
            "select a.jurorId, a.videoId, a.state from AssignedClip a"
                + " where a.publishedAt is not null",
            Object[].class)
        .getResultList()
        .forEach(
            row -> {
              Pair pair = new Pair((UUID) row[0], (UUID) row[1]);
              assigned.add(pair);
              if (row[2] == AssignmentState.SUBMITTED
                  || (row[2] != AssignmentState.CONFLICT && jurors.contains(pair.jurorId()))) {
                counting.add(pair);
              }
            });
    return new Standing(assigned, counting);
  }

  private Conflicts conflicts(JurySettings settings) {
    record Declared(UUID jurorId, UUID playerId) {}
    Set<Declared> declared = new HashSet<>();
    entities
        .createQuery("select c.jurorId, c.playerId from Conflict c", Object[].class)
        .getResultList()
        .forEach(row -> declared.add(new Declared((UUID) row[0], (UUID) row[1])));
    return (juror, clip) ->
        juror.id().equals(clip.playerId())
            || declared.contains(new Declared(juror.id(), clip.playerId()))
            || (settings.isSameCityConflict() && juror.cityKey().equals(clip.cityKey()));
  }

  private Map<UUID, Integer> lastNumbers() {
    Map<UUID, Integer> numbers = new HashMap<>();
    entities
        .createQuery(
            "select a.jurorId, max(a.number) from Assignment a group by a.jurorId", Object[].class)
        .getResultList()
        .forEach(row -> numbers.put((UUID) row[0], (Integer) row[1]));
    return numbers;
  }

  private void insert(List<Pair> pairs, UUID adminId) {
    if (pairs.isEmpty()) {
      return;
    }
    Map<UUID, Integer> numbers = lastNumbers();
    JsonArrayBuilder rows = Json.createArrayBuilder();
    for (Pair pair : pairs) {
      rows.add(
          Json.createObjectBuilder()
              .add("id", UuidCreator.getTimeOrderedEpoch().toString())
              .add("juror_id", pair.jurorId().toString())
              .add("video_id", pair.videoId().toString())
              .add("number", numbers.merge(pair.jurorId(), 1, Integer::sum)));
    }
    entities
        .createNativeQuery(ASSIGN)
        .setParameter("now", OffsetDateTime.ofInstant(now(), ZoneOffset.UTC))
        .setParameter("by", adminId)
        .setParameter("rows", rows.build().toString())
        .executeUpdate();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
