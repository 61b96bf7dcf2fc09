package co.anb.showcase.service.jury;

import co.anb.showcase.domain.jury.Assignment;
import co.anb.showcase.domain.jury.JurySettings;
import co.anb.showcase.service.jury.SpreadPlan.Conflicts;
import co.anb.showcase.service.jury.SpreadPlan.Pair;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What assigning single clips and spreading have in common: locks, numbers, conflicts. */
@ApplicationScoped
class AssignmentStore {

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

  /**
   * An assignment, locked until the transaction ends.
   *
   * @throws ProblemException NOT_FOUND
   */
  Assignment locked(UUID assignmentId) {
    Assignment assignment =
        entities.find(Assignment.class, assignmentId, LockModeType.PESSIMISTIC_WRITE);
    if (assignment == null) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    return assignment;
  }

  /** One at a time assigns, so that numbers and minimums are right. */
  JurySettings lockedSettings() {
    return entities.find(JurySettings.class, true, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Whether a juror may not judge a clip. */
  Conflicts conflicts(JurySettings settings) {
    record Declared(UUID jurorId, UUID playerId) {}
    Set<Declared> declared = new HashSet<>();
    entities
        .createQuery(
            "select c.jurorId as jurorId, c.playerId as playerId from Conflict c", Tuple.class)
        .getResultList()
        .forEach(
            row ->
                declared.add(
                    new Declared(row.get("jurorId", UUID.class), row.get("playerId", UUID.class))));
    return (juror, clip) ->
        juror.id().equals(clip.playerId())
            || declared.contains(new Declared(juror.id(), clip.playerId()))
            || (settings.isSameCityConflict() && juror.cityKey().equals(clip.cityKey()));
  }

  /** The place of the last clip in each juror's queue; a juror without clips is left out. */
  Map<UUID, Integer> lastNumbers() {
    Map<UUID, Integer> numbers = new HashMap<>();
    entities
        .createQuery(
            "select a.jurorId as jurorId, max(a.number) as lastNumber from Assignment a group by"
                + " a.jurorId",
            Tuple.class)
        .getResultList()
        .forEach(
            row ->
                numbers.put(row.get("jurorId", UUID.class), row.get("lastNumber", Integer.class)));
    return numbers;
  }

  /** Appends clips to the jurors' queues. */
  void insert(List<Pair> pairs, UUID adminId) {
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
        .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .setParameter("by", adminId)
        .setParameter("rows", rows.build().toString())
        .executeUpdate();
  }
}
