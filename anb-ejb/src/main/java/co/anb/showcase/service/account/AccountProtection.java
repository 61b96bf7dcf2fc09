package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.AccountSession;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.domain.account.SecondFactor;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether an account is protected well enough for what its role may do. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccountProtection {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject
  @ConfigProperty(name = "anb.second-factor.required-for-admins", defaultValue = "false")
  private boolean requiredForAdmins;

  /** Whether the account has a second factor that counts. */
  public boolean isEnrolled(UUID accountId) {
    SecondFactor factor = entities.find(SecondFactor.class, accountId);
    return factor != null && factor.isConfirmed();
  }

  /** Whether the account must have a second factor. */
  public boolean needsFactor(Account account) {
    return needsFactor(account.role(), requiredForAdmins);
  }

  /** Whether the session may do what the account's role may. */
  public boolean suffices(Account account, AccountSession session) {
    return suffices(
        account.role(),
        session.hasShortPassword(),
        needsFactor(account) && !isEnrolled(account.id()));
  }

  static boolean needsFactor(Role role, boolean requiredForAdmins) {
    return requiredForAdmins && role == Role.ADMIN;
  }

  static boolean suffices(Role role, boolean shortPassword, boolean lacksFactor) {
    return !lacksFactor && !(shortPassword && role != Role.PLAYER);
  }
}
