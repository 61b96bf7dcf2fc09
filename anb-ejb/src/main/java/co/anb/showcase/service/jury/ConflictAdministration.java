package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.domain.jury.Conflict;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.platform.Reason;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who does not judge whom. Sheets of such pairs do not count while the conflict stands. */
@Stateless
@RolesAllowed("ADMIN")
public class ConflictAdministration {

  private static final String ADD =
      """
      insert into jury_conflict (id, juror_id, player_id, reason, declared_at, declared_by)
      values (:id, :juror, :player, :reason, :now, :by)
      on conflict (juror_id, player_id) do nothing
      """;

  private static final String VIEW =
      "select new co.anb.showcase.service.jury.ConflictRow(c, j, p) from Conflict c"
          + " join Account j on j.id = c.jurorId join Account p on p.id = c.playerId";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private AuditTrail audit;

  /**
   * Conflicts, newest first.
   *
   * @param jurorId or null for all jurors
   */
  public Page<ConflictRow> list(UUID jurorId, int limit, int offset) {
    String where = jurorId == null ? "" : " where c.jurorId = :juror";
    TypedQuery<ConflictRow> rows =
        entities.createQuery(
            VIEW + where + " order by c.declaredAt desc, c.id desc", ConflictRow.class);
    TypedQuery<Long> total =
        entities.createQuery("select count(c) from Conflict c" + where, Long.class);
    if (jurorId != null) {
      rows.setParameter("juror", jurorId);
      total.setParameter("juror", jurorId);
    }
    return new Page<>(
        rows.setMaxResults(limit).setFirstResult(offset).getResultList(), total.getSingleResult());
  }

  /**
   * An administrator declares a conflict; one that stands already stays as it is.
   *
   * @param jurorId null if what was sent cannot be an id
   * @param playerId null if what was sent cannot be an id
   * @throws ProblemException INVALID_FIELD
   */
  public ConflictRow declare(UUID adminId, UUID jurorId, UUID playerId, String reason) {
    List<FieldError> errors = new ArrayList<>();
    Account juror = jurorId == null ? null : entities.find(Account.class, jurorId);
    if (juror == null || juror.role() != Role.JUROR) {
      errors.add(new FieldError("juror_id", "juror_unknown"));
    }
    if (playerId == null || entities.find(Account.class, playerId) == null) {
      errors.add(new FieldError("player_id", "player_unknown"));
    }
    Reason.fault(reason).ifPresent(errors::add);
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
    add(jurorId, playerId, reason.strip(), adminId);
    return entities
        .createQuery(VIEW + " where c.jurorId = :juror and c.playerId = :player", ConflictRow.class)
        .setParameter("juror", jurorId)
        .setParameter("player", playerId)
        .getSingleResult();
  }

  /**
   * Adds a conflict unless it stands already. Jurors reach this only for players of whom they have
   * a clip.
   */
  @RolesAllowed({"JUROR", "ADMIN"})
  public void add(UUID jurorId, UUID playerId, String reason, UUID actorId) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    int added =
        entities
            .createNativeQuery(ADD)
            .setParameter("id", id)
            .setParameter("juror", jurorId)
            .setParameter("player", playerId)
            .setParameter("reason", reason)
            .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .setParameter("by", actorId)
            .executeUpdate();
    if (added == 1) {
      audit.record(
          AuditEntry.of(actorId, "jury.conflict.declare", "jury_conflict", id)
              .because(reason)
              .with(detail(jurorId, playerId)));
    }
  }

  /**
   * Takes a conflict out; what the juror had submitted counts again.
   *
   * @throws ProblemException NOT_FOUND
   */
  public void remove(UUID adminId, UUID conflictId) {
    Conflict conflict = entities.find(Conflict.class, conflictId);
    if (conflict == null) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    entities.remove(conflict);
    audit.record(
        AuditEntry.of(adminId, "jury.conflict.remove", "jury_conflict", conflictId)
            .with(detail(conflict.jurorId(), conflict.playerId())));
  }

  private static JsonObject detail(UUID jurorId, UUID playerId) {
    return Json.createObjectBuilder()
        .add("juror_id", jurorId.toString())
        .add("player_id", playerId.toString())
        .build();
  }
}
