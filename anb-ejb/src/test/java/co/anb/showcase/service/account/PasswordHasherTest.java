package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

  private final PasswordHasher hasher = new PasswordHasher();

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
}
