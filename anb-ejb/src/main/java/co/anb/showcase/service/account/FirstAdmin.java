package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the first administrator when the server starts and there is none. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class FirstAdmin {

  private static final Logger LOG = System.getLogger(FirstAdmin.class.getName());

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Administrators administrators;
  @Inject private AccountService accounts;
  @Inject private SessionService sessions;
  @Inject private SecondFactorService secondFactors;
  @Inject private PasswordHasher hasher;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.admin.email")
  private Optional<String> email;

  @Inject
  @ConfigProperty(name = "anb.admin.password")
  private Optional<String> password;

  @PostConstruct
  void ensure() {
    administrators.hold();
    if (administrators.count() > 0 || email.isEmpty()) {
      return;
    }
    if (password.isEmpty()) {
      LOG.log(Level.ERROR, "There is no administrator, and anb.admin.password is not set");
      return;
    }
    String hash = hasher.hash(password.get());
    String address = email.get().strip();
    Account account = accounts.byEmail(address).orElseGet(() -> make(address, hash));
    // Addresses are not verified: a person who signed up with this one must not become
    // administrator
    // by the old password.
    account.changePassword(hash);
    account.assign(Role.ADMIN);
    account.enable();
    secondFactors.forget(account.id());
    sessions.endAll(account.id());
    audit.record(AuditEntry.of(null, "account.first_admin", "account", account.id()));
    LOG.log(Level.INFO, "Made the account of anb.admin.email the first administrator");
  }

  private Account make(String address, String hash) {
    var account =
        new Account(
            UuidCreator.getTimeOrderedEpoch(),
            address,
            hash,
            "Administración",
            "ANB",
            "Bogotá",
            "Colombia",
            clock.instant());
    entities.persist(account);
    entities.flush();
    return account;
  }
}
