package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.account.PersonalData.Declared;
import co.anb.showcase.service.account.PersonalData.Judged;
import co.anb.showcase.service.account.PersonalData.Recorded;
import co.anb.showcase.service.account.PersonalData.SecurityRecorded;
import co.anb.showcase.service.account.PersonalData.VoteCast;
import co.anb.showcase.service.account.PersonalData.VoteChanged;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Collects what is stored about a person, for the person. */
@Stateless
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
public class DataExportService {

  private static final String VOTES =
      """
      select w.video_id, v.title, w.cast_at, w.voided_at is null as counts
      from vote w join video v on v.id = w.video_id
      where w.voter_id = :account
      order by w.cast_at, w.video_id
      """;

  private static final String VOTE_EVENTS =
      """
      select video_id, kind, at, reason
      from vote_event
      where voter_id = :account
      order by at, id
      """;

  // One row for each score, and one for an assignment without any. The clip is left out: with it,
  // the export would undo the blind mode.
  private static final String JUDGED =
      """
      select a.id, a.number, a.state, a.created_at, s.comment, a.saved_at, a.submitted_at, a.total,
             s.reopened_at, s.reopen_reason, c.code, p.value
      from jury_assignment_state a
      left join jury_sheet s on s.assignment_id = a.id
      left join jury_score p on p.assignment_id = a.id
      left join jury_criterion c on c.id = p.criterion_id
      where a.juror_id = :account
      order by a.number, c.position
      """;

  private static final String CONFLICTS =
      """
      select declared_at, reason, juror_id = :account as as_juror,
             player_id = :account as as_player, declared_by = :account as by_me
      from jury_conflict
      where juror_id = :account or player_id = :account or declared_by = :account
      order by declared_at, id
      """;

  private static final String ACTS =
      """
      select at, action, subject_type, subject_id, reason
      from audit_entry
      where subject_type = 'account' and subject_id = :account
      order by at, id
      """;

  private static final String OWN_ACTS =
      """
      select at, action, subject_type, subject_id, reason
      from audit_entry
      where actor_id = :account
      order by at, id
      """;

  private static final String SECURITY_EVENTS =
      """
      select at, lower(kind) as kind, lower(outcome) as outcome
      from security_event
      where account_id = :account
      order by at, id
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private AccountService accounts;
  @Inject private SessionService sessions;

  /**
   * Everything about one account.
   *
   * @throws ProblemException UNAUTHORIZED if it is gone
   */
  public PersonalData collect(UUID accountId) {
    Account account = accounts.find(accountId);
    List<Video> clips =
        entities
            .createQuery(
                "select v from Video v where v.owner.id = :owner order by v.uploadedAt, v.id",
                Video.class)
            .setParameter("owner", accountId)
            .getResultList();
    return new PersonalData(
        account,
        clips,
        rows(VOTES, accountId).map(DataExportService::vote).toList(),
        rows(VOTE_EVENTS, accountId).map(DataExportService::voteChanged).toList(),
        judged(accountId),
        rows(CONFLICTS, accountId).map(DataExportService::conflict).toList(),
        sessions.of(accountId),
        rows(ACTS, accountId.toString()).map(DataExportService::recorded).toList(),
        rows(OWN_ACTS, accountId).map(DataExportService::recorded).toList(),
        rows(SECURITY_EVENTS, accountId).map(DataExportService::securityEvent).toList());
  }

  private Stream<Tuple> rows(String query, Object account) {
    List<?> rows =
        entities
            .createNativeQuery(query, Tuple.class)
            .setParameter("account", account)
            .getResultList();
    return rows.stream().map(Tuple.class::cast);
  }

  private List<Judged> judged(UUID accountId) {
    Map<UUID, Judged> sheets = new LinkedHashMap<>();
    rows(JUDGED, accountId)
        .forEach(
            row -> {
              Judged sheet =
                  sheets.computeIfAbsent(row.get("id", UUID.class), id -> withoutScores(id, row));
              String criterion = row.get("code", String.class);
              if (criterion != null) {
                sheet.scores().put(criterion, row.get("value", Double.class));
              }
            });
    return List.copyOf(sheets.values());
  }

  private static Judged withoutScores(UUID assignmentId, Tuple row) {
    return new Judged(
        assignmentId,
        row.get("number", Integer.class),
        row.get("state", String.class),
        row.get("created_at", Instant.class),
        row.get("comment", String.class),
        row.get("saved_at", Instant.class),
        row.get("submitted_at", Instant.class),
        row.get("total", Double.class),
        row.get("reopened_at", Instant.class),
        row.get("reopen_reason", String.class),
        new LinkedHashMap<>());
  }

  private static VoteCast vote(Tuple row) {
    return new VoteCast(
        row.get("video_id", UUID.class),
        row.get("title", String.class),
        row.get("cast_at", Instant.class),
        row.get("counts", Boolean.class));
  }

  private static VoteChanged voteChanged(Tuple row) {
    return new VoteChanged(
        row.get("video_id", UUID.class),
        row.get("kind", String.class),
        row.get("at", Instant.class),
        row.get("reason", String.class));
  }

  private static Declared conflict(Tuple row) {
    return new Declared(
        row.get("declared_at", Instant.class),
        row.get("reason", String.class),
        row.get("as_juror", Boolean.class),
        row.get("as_player", Boolean.class),
        row.get("by_me", Boolean.class));
  }

  private static SecurityRecorded securityEvent(Tuple row) {
    return new SecurityRecorded(
        row.get("at", Instant.class),
        row.get("kind", String.class),
        row.get("outcome", String.class));
  }

  private static Recorded recorded(Tuple row) {
    return new Recorded(
        row.get("at", Instant.class),
        row.get("action", String.class),
        row.get("subject_type", String.class),
        row.get("subject_id", String.class),
        row.get("reason", String.class));
  }
}
