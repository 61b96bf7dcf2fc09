package co.anb.showcase.service.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

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
  private static final Semaphore TURNS =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  private final String nobody = argon2("nobody has this password");

  /** Hashes with a fresh random salt. */
  public String hash(String password) {
    return argon2(password);
  }

  /** Checks a password; without a hash it takes the same time and says no. */
  public boolean matches(String password, Optional<String> hash) {
    String stored = hash.orElse(nobody);
    boolean same =
        inTurn(
            () ->
                Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored)));
    return same && hash.isPresent();
  }

  private static String argon2(String password) {
    return inTurn(() -> Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
  }

  private static <T> T inTurn(Supplier<T> work) {
    TURNS.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      TURNS.release();
    }
  }
}
