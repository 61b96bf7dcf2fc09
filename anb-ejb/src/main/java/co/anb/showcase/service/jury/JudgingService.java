package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.jury.AssignedClip;
import co.anb.showcase.domain.jury.Assignment;
import co.anb.showcase.domain.jury.AssignmentState;
import co.anb.showcase.domain.jury.JurySettings;
import co.anb.showcase.domain.jury.Rubric;
import co.anb.showcase.domain.jury.ScoreSheet;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
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
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a juror does. A clip that is not assigned to the juror, or is no longer public, is not
 * found.
 */
@Stateless
@RolesAllowed("JUROR")
public class JudgingService {

  private static final String OWN =
      " from AssignedClip a where a.jurorId = :juror and a.publishedAt is not null";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private MediaStore media;
  @Inject private AuditTrail audit;
  @Inject private ContestCalendar calendar;
  @Inject private JurySettingsService rules;
  @Inject private ConflictAdministration conflicts;

  /**
   * The juror's clips, in the juror's own order.
   *
   * @param state or null for all
   */
  public Page<JudgedClip> queue(UUID jurorId, AssignmentState state, int limit, int offset) {
    String where = OWN + (state == null ? "" : " and a.state = :state");
    TypedQuery<AssignedClip> rows =
        entities.createQuery("select a" + where + " order by a.number", AssignedClip.class);
    TypedQuery<Long> total = entities.createQuery("select count(a)" + where, Long.class);
    for (TypedQuery<?> query : List.of(rows, total)) {
      query.setParameter("juror", jurorId);
      if (state != null) {
        query.setParameter("state", state);
      }
    }
    List<AssignedClip> clips = rows.setMaxResults(limit).setFirstResult(offset).getResultList();
    return new Page<>(shown(clips, settings().isBlind()), total.getSingleResult());
  }

  /**
   * One of the juror's clips with its sheet.
   *
   * @throws ProblemException NOT_FOUND
   */
  public OpenSheet open(UUID assignmentId, UUID jurorId) {
    return open(own(assignmentId, jurorId), rules.rubric());
  }

  /**
   * A file of one of the juror's clips.
   *
   * @throws ProblemException NOT_FOUND, also if the file is not there
   */
  public Path file(UUID assignmentId, UUID jurorId, MediaKind kind) {
    return media
        .find(own(assignmentId, jurorId).videoId(), kind)
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /**
   * Saves a draft in place of what was written before.
   *
   * @throws ProblemException NOT_FOUND, PHASE_CLOSED, CONFLICT_OF_INTEREST, SHEET_SUBMITTED,
   *     VERSION_CONFLICT or INVALID_FIELD
   */
  public OpenSheet save(UUID assignmentId, UUID jurorId, SheetDraft draft) {
    AssignedClip clip = editable(assignmentId, jurorId);
    Rubric rubric = rules.rubric();
    Map<UUID, Double> values = RubricRules.checkSheet(rubric, draft);
    ScoreSheet sheet = entities.find(ScoreSheet.class, assignmentId);
    requireVersion(sheet, draft.version());
    boolean first = sheet == null;
    if (first) {
      sheet = new ScoreSheet(entities.find(Assignment.class, assignmentId));
    }
    boolean empty = draft.comment() == null || draft.comment().isBlank();
    sheet.save(values, empty ? null : draft.comment().strip(), clock.instant());
    if (first) {
      entities.persist(sheet);
    }
    return open(again(clip), rubric);
  }

  /**
   * Hands a sheet in; from then on it counts and can only be read.
   *
   * @param version of the sheet that the juror saw, or null to take it as it is
   * @throws ProblemException NOT_FOUND, PHASE_CLOSED, CONFLICT_OF_INTEREST, SHEET_SUBMITTED,
   *     VERSION_CONFLICT, or INVALID_FIELD if a criterion has no value
   */
  public OpenSheet submit(UUID assignmentId, UUID jurorId, Integer version) {
    AssignedClip clip = editable(assignmentId, jurorId);
    Rubric rubric = rules.rubric();
    ScoreSheet sheet = entities.find(ScoreSheet.class, assignmentId);
    if (version != null) {
      requireVersion(sheet, version);
    }
    RubricRules.checkComplete(rubric, sheet == null ? Map.of() : sheet.scores());
    sheet.submit(rubric, clock.instant());
    audit.record(
        AuditEntry.of(jurorId, "jury.sheet.submit", "jury_assignment", assignmentId)
            .with(
                Json.createObjectBuilder()
                    .add("video_id", clip.videoId().toString())
                    .add("total", sheet.total().orElseThrow())
                    .build()));
    return open(again(clip), rubric);
  }

  /**
   * The juror knows this player and steps back from all of the player's clips; sheets already
   * submitted no longer count. Doing it again changes nothing.
   *
   * @throws ProblemException NOT_FOUND, PHASE_CLOSED or INVALID_FIELD
   */
  public JudgedClip declareConflict(UUID assignmentId, UUID jurorId, String reason) {
    calendar.requireResultOpen();
    AssignedClip clip = own(assignmentId, jurorId);
    String why = Reason.checked(reason);
    conflicts.add(jurorId, clip.playerId(), why, jurorId);
    return shown(List.of(again(clip)), settings().isBlind()).get(0);
  }

  /** How many of the juror's clips are in which state; every state is there. */
  public Map<AssignmentState, Long> progress(UUID jurorId) {
    Map<AssignmentState, Long> counts = new EnumMap<>(AssignmentState.class);
    for (AssignmentState state : AssignmentState.values()) {
      counts.put(state, 0L);
    }
    entities
        .createQuery(
            "select a.state as state, count(a) as clips" + OWN + " group by a.state", Tuple.class)
        .setParameter("juror", jurorId)
        .getResultList()
        .forEach(
            row ->
                counts.put(row.get("state", AssignmentState.class), row.get("clips", Long.class)));
    return counts;
  }

  private AssignedClip own(UUID assignmentId, UUID jurorId) {
    return entities
        .createQuery("select a" + OWN + " and a.id = :id", AssignedClip.class)
        .setParameter("id", assignmentId)
        .setParameter("juror", jurorId)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /** Keeps the rubric and the assignment as they are until the transaction ends. */
  private AssignedClip editable(UUID assignmentId, UUID jurorId) {
    entities.find(JurySettings.class, true, LockModeType.PESSIMISTIC_READ);
    entities.find(Assignment.class, assignmentId, LockModeType.PESSIMISTIC_WRITE);
    AssignedClip clip = own(assignmentId, jurorId);
    calendar.requireJudgingOpen();
    if (clip.state() == AssignmentState.CONFLICT) {
      throw new ProblemException(ProblemCode.CONFLICT_OF_INTEREST);
    }
    if (clip.state() == AssignmentState.SUBMITTED) {
      throw new ProblemException(ProblemCode.SHEET_SUBMITTED);
    }
    return clip;
  }

  private static void requireVersion(ScoreSheet sheet, int version) {
    if (version != (sheet == null ? 0 : sheet.version())) {
      throw new ProblemException(ProblemCode.VERSION_CONFLICT);
    }
  }

  private AssignedClip again(AssignedClip clip) {
    entities.flush();
    entities.refresh(clip);
    return clip;
  }

  private OpenSheet open(AssignedClip clip, Rubric rubric) {
    boolean blind = settings().isBlind();
    return new OpenSheet(
        shown(List.of(clip), blind).get(0),
        blind,
        rubric,
        Optional.ofNullable(entities.find(ScoreSheet.class, clip.id())));
  }

  /** In blind mode, titles and names do not leave this class. */
  private List<JudgedClip> shown(List<AssignedClip> clips, boolean blind) {
    if (!blind && !clips.isEmpty()) {
      // All players at once, so that each is found without another query.
      entities
          .createQuery("select p from Account p where p.id in :ids", Account.class)
          .setParameter("ids", clips.stream().map(AssignedClip::playerId).distinct().toList())
          .getResultList();
    }
    return clips.stream()
        .map(clip -> shown(clip, blind ? null : entities.find(Account.class, clip.playerId())))
        .toList();
  }

  private static JudgedClip shown(AssignedClip clip, Account player) {
    return new JudgedClip(
        clip.id(),
        clip.number(),
        clip.state(),
        clip.durationMillis().orElse(null),
        clip.savedAt().orElse(null),
        clip.submittedAt().orElse(null),
        clip.total().orElse(null),
        player == null ? null : clip.title(),
        player == null ? null : player.displayName(),
        player == null ? null : player.city());
  }

  private JurySettings settings() {
    return entities.find(JurySettings.class, true);
  }
}
