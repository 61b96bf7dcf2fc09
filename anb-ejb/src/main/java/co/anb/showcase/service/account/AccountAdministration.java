package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.platform.Reason;
import co.anb.showcase.service.platform.Search;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.security.SecurityEventKind;
import co.anb.showcase.service.security.SecurityEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What administrators do with accounts. All of it is audited. */
@Stateless
@RolesAllowed("ADMIN")
public class AccountAdministration {

  private static final String SUBJECT = "account";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Administrators administrators;
  @Inject private SessionService sessions;
  @Inject private SecondFactorService secondFactors;
  @Inject private AccountProtection protection;
  @Inject private AuditTrail audit;
  @Inject private SecurityEvents events;
  @Inject private Clock clock;

  /**
   * Accounts, the newest first.
   *
   * @param text part of the address or the name, or null
   * @param role or null for all
   */
  public Page<Account> list(String text, Role role, int limit, int offset) {
    String where = " where 1 = 1";
    if (text != null) {
      where +=
          " and (lower(a.email) like :text escape '!'"
              + " or lower(concat(a.firstName, ' ', a.lastName)) like :text escape '!')";
    }
    if (role != null) {
      where += " and a.role = :role";
    }
    TypedQuery<Account> rows =
        entities.createQuery(
            "select a from Account a" + where + " order by a.createdAt desc, a.id", Account.class);
    TypedQuery<Long> total =
        entities.createQuery("select count(a) from Account a" + where, Long.class);
    for (TypedQuery<?> query : List.of(rows, total)) {
      if (text != null) {
        query.setParameter("text", Search.pattern(text));
      }
      if (role != null) {
        query.setParameter("role", role);
      }
    }
    return new Page<>(
        rows.setMaxResults(limit).setFirstResult(offset).getResultList(), total.getSingleResult());
  }

  /**
   * One account, with how much it has.
   *
   * @throws ProblemException ACCOUNT_NOT_FOUND
   */
  public AccountOverview find(UUID id) {
    Account account = entities.find(Account.class, id);
    if (account == null) {
      throw new ProblemException(ProblemCode.ACCOUNT_NOT_FOUND);
    }
    return new AccountOverview(
        account,
        count("select count(v) from Video v where v.owner.id = :id", id),
        count("select count(w) from Vote w where w.id.voterId = :id", id),
        count("select count(s) from AccountSession s where s.accountId = :id", id),
        protection.isEnrolled(id));
  }

  /**
   * Gives an account another role. Its access tokens are void; the next ones say the new role. A
   * role that it has already changes nothing.
   *
   * @param role in lower case, as in requests
   * @throws ProblemException ACCOUNT_NOT_FOUND, OWN_ACCOUNT, LAST_ADMIN or INVALID_FIELD
   */
  public Account assign(UUID id, String role, String reason, UUID actorId) {
    String why = Reason.checked(reason);
    Role wanted = role(role);
    administrators.hold();
    Account account = others(id, actorId);
    Role before = account.role();
    if (before == wanted) {
      return account;
    }
    administrators.requireAnother(account);
    account.assign(wanted);
    sessions.voidTokens(account);
    events.recordAct(SecurityEventKind.ROLE_CHANGE, id, actorId);
    audit.record(
        AuditEntry.of(actorId, "account.assign_role", SUBJECT, id)
            .because(why)
            .with(
                Json.createObjectBuilder()
                    .add("from", lower(before))
                    .add("to", lower(wanted))
                    .build()));
    return account;
  }

  /**
   * Shuts an account: its sessions end, and it cannot sign in. One that is shut already stays as it
   * is.
   *
   * @throws ProblemException ACCOUNT_NOT_FOUND, OWN_ACCOUNT, LAST_ADMIN or INVALID_FIELD
   */
  public Account disable(UUID id, String reason, UUID actorId) {
    String why = Reason.checked(reason);
    administrators.hold();
    Account account = others(id, actorId);
    if (!account.isDisabled()) {
      administrators.requireAnother(account);
      account.disable(clock.instant());
      sessions.endAll(id);
      events.recordAct(SecurityEventKind.DISABLE, id, actorId);
      audit.record(AuditEntry.of(actorId, "account.disable", SUBJECT, id).because(why));
    }
    return account;
  }

  /**
   * Opens an account again.
   *
   * @param reason may be null
   * @throws ProblemException ACCOUNT_NOT_FOUND, OWN_ACCOUNT or INVALID_FIELD
   */
  public Account enable(UUID id, String reason, UUID actorId) {
    String why = Reason.optional(reason).orElse(null);
    Account account = others(id, actorId);
    if (account.isDisabled()) {
      account.enable();
      events.recordAct(SecurityEventKind.ENABLE, id, actorId);
      audit.record(AuditEntry.of(actorId, "account.enable", SUBJECT, id).because(why));
    }
    return account;
  }

  /**
   * Forgets the second factor of an account whose owner has lost the phone and the recovery codes.
   * Its sessions end. An account without a second factor stays as it is.
   *
   * @throws ProblemException ACCOUNT_NOT_FOUND, OWN_ACCOUNT or INVALID_FIELD
   */
  public Account resetSecondFactor(UUID id, String reason, UUID actorId) {
    String why = Reason.checked(reason);
    Account account = others(id, actorId);
    if (secondFactors.forget(id)) {
      sessions.endAll(id);
      audit.record(AuditEntry.of(actorId, "account.reset_second_factor", SUBJECT, id).because(why));
    }
    return account;
  }

  private Account others(UUID id, UUID actorId) {
    if (id.equals(actorId)) {
      throw new ProblemException(ProblemCode.OWN_ACCOUNT);
    }
    Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (account == null) {
      throw new ProblemException(ProblemCode.ACCOUNT_NOT_FOUND);
    }
    return account;
  }

  private long count(String query, UUID id) {
    return entities.createQuery(query, Long.class).setParameter("id", id).getSingleResult();
  }

  private static Role role(String name) {
    for (Role role : Role.values()) {
      if (lower(role).equals(name)) {
        return role;
      }
    }
    throw refused("role", name == null ? "field_required" : "value_unknown");
  }

  private static ProblemException refused(String field, String code) {
    return ProblemException.fields(List.of(new FieldError(field, code)));
  }

  private static String lower(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
