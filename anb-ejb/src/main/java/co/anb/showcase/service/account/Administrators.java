package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes sure that one administrator is always left to run the contest. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Administrators {

  // "admins" in ASCII; nobody else uses advisory locks of this number.
  private static final long LOCK = 0x61646D696E73L;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** Nobody else becomes or ceases to be an administrator before the caller's commit. */
  public void hold() {
    entities
        .createNativeQuery("select 1 from (select pg_advisory_xact_lock(:lock)) held")
        .setParameter("lock", LOCK)
        .getSingleResult();
  }

  /** How many there are that can sign in. */
  public long count() {
    return entities
        .createQuery(
            "select count(a) from Account a where a.role = :admin and a.disabledAt is null",
            Long.class)
        .setParameter("admin", Role.ADMIN)
        .getSingleResult();
  }

  /**
   * Insists that there is another administrator if this account is one.
   *
   * @throws ProblemException LAST_ADMIN
   */
  public void requireAnother(Account account) {
    if (account.role() == Role.ADMIN && !account.isDisabled() && count() < 2) {
      throw new ProblemException(ProblemCode.LAST_ADMIN);
    }
  }
}
