package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

  private final PasswordHasher hasher = new PasswordHasher(64, 60);

  @Test
  void hashesWithArgon2idAndAFreshSalt() {
    String hash = hasher.hash("Tiro-de-3");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hasher.hash("Tiro-de-3")).isNotEqualTo(hash);
  }

  @Test
  void matchesOnlyTheRightPassword() {
    Optional<String> hash = Optional.of(hasher.hash("Tiro-de-3"));

    assertThat(hasher.matches("Tiro-de-3", hash)).isTrue();
    assertThat(hasher.matches("tiro-de-3", hash)).isFalse();
  }

  @Test
  void matchesNothingWithoutAnAccount() {
    assertThat(hasher.matches("nobody has this password", Optional.empty())).isFalse();
  }

  @Test
  void aRushIsSentAwayInsteadOfWaiting() throws Exception {
    var few = new PasswordHasher(0, 60);
    int rush = 8 * Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(rush);
    try {
      List<Callable<Boolean>> calls = Collections.nCopies(rush, () -> hashes(few));
      long refused = 0;
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        refused += call.get() ? 0 : 1;
      }

      assertThat(refused).isBetween(1L, rush - 1L);
      assertThat(hashes(few)).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean hashes(PasswordHasher hasher) {
    try {
      hasher.hash("Tiro-de-3");
      return true;
    } catch (ProblemException e) {
      assertThat(e.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
      assertThat(e.retryAfter()).isPresent();
      return false;
    }
  }
}
