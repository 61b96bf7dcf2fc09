package co.anb.showcase.service.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes the trail. An act and its entry are committed together or not at all. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditTrail {

  private static final String ADD =
      """
      insert into audit_entry (id, at, actor_id, action, subject_type, subject_id, reason, detail)
      values (:id, :at, cast(:actor as uuid), :action, :type, :subject, :reason,
              cast(:detail as jsonb))
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;

  /** Adds an entry to the caller's transaction. */
  public void record(AuditEntry act) {
    entities
        .createNativeQuery(ADD)
        .setParameter("id", UuidCreator.getTimeOrderedEpoch())
        .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .setParameter("actor", act.actorId() == null ? null : act.actorId().toString())
        .setParameter("action", act.action())
        .setParameter("type", act.subjectType())
        .setParameter("subject", act.subjectId())
        .setParameter("reason", act.reason())
        .setParameter("detail", act.detail().toString())
        .executeUpdate();
  }
}
