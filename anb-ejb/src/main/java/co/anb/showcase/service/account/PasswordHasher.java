package co.anb.showcase.service.account;

import co.anb.showcase.service.limit.Bulkhead;
import co.anb.showcase.service.problem.ProblemException;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Argon2id with the first parameters that RFC 9106 and OWASP recommend for servers short of memory:
 * 19 MiB, 2 passes, 1 lane. Hashes are in PHC form, so the parameters can be raised later.
 */
@ApplicationScoped
public class PasswordHasher {

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  // Every hash takes 19 MiB of heap while it runs, and a whole processor: more at the same time
  // would not be done earlier, but a rush of sign-ups would use up the memory.
  private static final int AT_A_TIME = Runtime.getRuntime().availableProcessors();

  private Bulkhead turns;
  private final String nobody =
      Password.hash("nobody has this password").addRandomSalt(16).with(ARGON2).getResult();

  /** For the container's proxy. */
  protected PasswordHasher() {}

  /**
   * @param mostWaiting so many may wait for their turn, each of them on a thread that serves HTTP;
   *     the others are refused at once
   * @param patienceSeconds a request that has waited so long is refused too
   */
  @Inject
  public PasswordHasher(
      @ConfigProperty(name = "anb.limits.hashes-waiting", defaultValue = "64") int mostWaiting,
      @ConfigProperty(name = "anb.limits.hash-seconds", defaultValue = "10") int patienceSeconds) {
    turns = new Bulkhead(AT_A_TIME, mostWaiting, Duration.ofSeconds(patienceSeconds));
  }

  /**
   * Hashes with a fresh random salt.
   *
   * @throws ProblemException TOO_MANY_REQUESTS if too many wait
   */
  public String hash(String password) {
    return argon2(password);
  }

  /**
   * Checks a password; without a hash it takes the same time and says no.
   *
   * @throws ProblemException TOO_MANY_REQUESTS if too many wait
   */
  public boolean matches(String password, Optional<String> hash) {
    String stored = hash.orElse(nobody);
    boolean same =
        inTurn(
            () ->
                Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored)));
    return same && hash.isPresent();
  }

  private String argon2(String password) {
    return inTurn(() -> Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
  }

  private <T> T inTurn(Callable<T> work) {
    try {
      return turns.take(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a turn", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Cannot hash a password", e);
    }
  }
}
