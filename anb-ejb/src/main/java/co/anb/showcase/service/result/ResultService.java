package co.anb.showcase.service.result;

import co.anb.showcase.domain.contest.Contest;
import co.anb.showcase.domain.contest.ContestResult;
import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.domain.contest.Phase;
import co.anb.showcase.domain.contest.Phases;
import co.anb.showcase.domain.contest.Schedule;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.contest.ContestChanged;
import co.anb.showcase.service.contest.ContestRules;
import co.anb.showcase.service.contest.SettingsJson;
import co.anb.showcase.service.platform.Constraints;
import co.anb.showcase.service.platform.Reason;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.result.ResultSheet.Verification;
import co.anb.showcase.service.trail.VoteDifference;
import co.anb.showcase.service.trail.VoteReconciliation;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Closes the contest, keeps its result and makes it public. */
@Stateless
@RolesAllowed("ADMIN")
public class ResultService {

  private static final String NAMES =
      """
      select a.id, a.first_name || ' ' || a.last_name as name from account a
       where a.id = any(cast(string_to_array(:ids, ',') as uuid[]))
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private PresentInputs present;
  @Inject private AuditTrail audit;
  @Inject private VoteReconciliation votes;
  @Inject private Event<ContestChanged> changed;

  /**
   * Makes the snapshot of the result. From then on nothing is accepted any more.
   *
   * @param force also while voting is still open, which ends it
   * @param reason needed to force
   * @return the result
   * @throws ProblemException RESULT_EXISTS, VOTING_NOT_OVER or INVALID_FIELD
   */
  public ResultSheet close(boolean force, String reason, UUID actorId) {
    stopTheWorld();
    Contest contest = locked();
    ContestState before = contest.state();
    if (before.resultId() != null) {
      throw new ProblemException(ProblemCode.RESULT_EXISTS);
    }
    Instant now = clock.instant();
    boolean early = Phases.of(before, now).phase() != Phase.CLOSED;
    String why = null;
    if (early) {
      if (!force) {
        throw new ProblemException(ProblemCode.VOTING_NOT_OVER);
      }
      why = Reason.checked(reason);
      contest.change(before.settings().with(endedBy(before.settings().schedule(), now)), now);
    }
    ContestResult result = snapshot(before.settings(), now, actorId);
    entities.persist(result);
    contest.close(result.id(), now);
    audit.record(
        AuditEntry.of(actorId, "contest.close", "contest", "contest")
            .because(why)
            .with(reconciled(described(result, early), votes.difference())));
    changed.fire(new ContestChanged());
    return sheet(result, contest.state(), null);
  }

  /**
   * Makes the result public, for good.
   *
   * @throws ProblemException NOT_CLOSED or RESULT_PUBLISHED
   */
  public ResultSheet publish(UUID actorId) {
    Contest contest = locked();
    ContestResult result = unpublished(contest);
    contest.publish(clock.instant());
    audit.record(
        AuditEntry.of(actorId, "contest.publish", "contest", "contest")
            .with(described(result, false)));
    changed.fire(new ContestChanged());
    return sheet(result, contest.state(), null);
  }

  /**
   * Opens the voting again, with another end. The snapshot stays, but does not count any more;
   * clips are not accepted again.
   *
   * @param votingCloses a time to come
   * @return the contest as it is then
   * @throws ProblemException NOT_CLOSED, RESULT_PUBLISHED or INVALID_FIELD
   */
  public ContestState reopen(String reason, String votingCloses, UUID actorId) {
    Contest contest = locked();
    ContestResult result = unpublished(contest);
    String why = Reason.checked(reason);
    ContestSettings before = contest.settings();
    Instant now = clock.instant();
    Instant end = ContestRules.ahead("voting_closes", votingCloses, before.timeZone(), now);
    ContestSettings after = before.with(prolonged(before.schedule(), end));
    contest.change(after, now);
    contest.reopen(now);
    audit.record(
        AuditEntry.of(actorId, "contest.reopen", "contest", "contest")
            .because(why)
            .with(
                Json.createObjectBuilder(SettingsJson.difference(before, after))
                    .add("result_id", result.id().toString())
                    .build()));
    entities.flush();
    changed.fire(new ContestChanged());
    return contest.state();
  }

  /**
   * The latest snapshot, whether it counts or not, computed again from its inputs.
   *
   * @throws ProblemException NOT_FOUND if there has never been one
   */
  public ResultSheet latest() {
    ContestResult result = latestResult();
    return sheet(result, entities.find(Contest.class, Contest.KEY).state(), verify(result));
  }

  /**
   * What the latest snapshot was computed from, as it is stored.
   *
   * @throws ProblemException NOT_FOUND if there has never been one
   */
  public String latestInputs() {
    return latestResult().inputs();
  }

  /**
   * The result that is public.
   *
   * @throws ProblemException NOT_FOUND while there is none
   */
  @PermitAll
  public ResultSheet published() {
    ContestState contest = entities.find(Contest.class, Contest.KEY).state();
    if (contest.publishedAt() == null) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    return sheet(entities.find(ContestResult.class, contest.resultId()), contest, null);
  }

  /**
   * From here on this transaction sees one moment. Votes that are being written are waited for and
   * are in; those that come later wait, and find the contest closed.
   */
  private void stopTheWorld() {
    for (String command :
        List.of(
            "set transaction isolation level repeatable read",
            "set local lock_timeout = '10s'",
            "lock table contest in exclusive mode",
            "lock table vote in share mode",
            "lock table jury_sheet in share mode")) {
      try {
        entities.createNativeQuery(command).executeUpdate();
      } catch (PersistenceException e) {
        if (Constraints.refused(e, "lock timeout")) {
          throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE);
        }
        throw e;
      }
    }
  }

  private Contest locked() {
    return entities.find(Contest.class, Contest.KEY, LockModeType.PESSIMISTIC_WRITE);
  }

  private ContestResult unpublished(Contest contest) {
    ContestState state = contest.state();
    if (state.resultId() == null) {
      throw new ProblemException(ProblemCode.NOT_CLOSED);
    }
    if (state.publishedAt() != null) {
      throw new ProblemException(ProblemCode.RESULT_PUBLISHED);
    }
    return entities.find(ContestResult.class, state.resultId());
  }

  private ContestResult latestResult() {
    return entities
        .createQuery(
            "select r from ContestResult r order by r.takenAt desc, r.id desc", ContestResult.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private ContestResult snapshot(ContestSettings settings, Instant now, UUID actorId) {
    ResultInputs inputs = present.at(settings, now);
    String text = inputs.canonical();
    String outcome = ResultCalculation.of(inputs).canonical();
    return new ContestResult(
        UuidCreator.getTimeOrderedEpoch(),
        now,
        actorId,
        text,
        Digest.sha256(text),
        outcome,
        Digest.sha256(outcome));
  }

  private static Verification verify(ContestResult result) {
    boolean intact = Digest.sha256(result.inputs()).equals(result.inputsDigest());
    String again = ResultCalculation.of(ResultInputs.parse(result.inputs())).canonical();
    boolean reproduced =
        again.equals(result.outcome()) && Digest.sha256(again).equals(result.outcomeDigest());
    return new Verification(intact, reproduced);
  }

  private ResultSheet sheet(ContestResult result, ContestState contest, Verification verification) {
    ResultInputs inputs = ResultInputs.parse(result.inputs());
    List<Placing> places = ResultCalculation.parse(result.outcome()).places();
    return new ResultSheet(
        result.id(),
        contest.settings().name(),
        result.takenAt(),
        result.takenBy(),
        result.id().equals(contest.resultId()) ? contest.publishedAt() : null,
        inputs.publicWeight(),
        inputs.juryWeight(),
        inputs.winnersPerCity(),
        result.inputsDigest(),
        result.outcomeDigest(),
        places,
        names(places),
        verification);
  }

  private Map<UUID, String> names(List<Placing> places) {
    String ids =
        places.stream().map(place -> place.playerId().toString()).collect(Collectors.joining(","));
    List<?> rows =
        entities.createNativeQuery(NAMES, Tuple.class).setParameter("ids", ids).getResultList();
    Map<UUID, String> names = new HashMap<>();
    for (Object each : rows) {
      Tuple row = (Tuple) each;
      names.put(row.get("id", UUID.class), row.get("name", String.class));
    }
    return names;
  }

  private static JsonObject described(ContestResult result, boolean forced) {
    return Json.createObjectBuilder()
        .add("result_id", result.id().toString())
        .add("inputs_digest", result.inputsDigest())
        .add("outcome_digest", result.outcomeDigest())
        .add("forced", forced)
        .build();
  }

  private static JsonObject reconciled(JsonObject closing, VoteDifference difference) {
    return Json.createObjectBuilder(closing)
        .add("votes", difference.votes())
        .add("votes_missing", difference.missing())
        .add("votes_unexplained", difference.unexplained())
        .add("votes_voided_otherwise", difference.voidedOtherwise())
        .build();
  }

  /** Phases that have not ended yet end now; phases that have not begun lose their beginning. */
  private static Schedule endedBy(Schedule schedule, Instant now) {
    return new Schedule(
        before(schedule.submissionOpens(), now),
        before(schedule.submissionCloses(), now),
        before(schedule.votingOpens(), now),
        now);
  }

  /** Uploads that ended with the voting stay ended. */
  private static Schedule prolonged(Schedule schedule, Instant end) {
    return new Schedule(
        schedule.submissionOpens(),
        schedule.submissionCloses() == null ? schedule.votingCloses() : schedule.submissionCloses(),
        schedule.votingOpens(),
        end);
  }

  private static Instant before(Instant time, Instant now) {
    return time != null && time.isBefore(now) ? time : null;
  }
}
