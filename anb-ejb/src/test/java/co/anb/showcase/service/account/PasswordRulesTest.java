package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.anb.showcase.domain.account.Role;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final String EMAIL = "jugadora.ana@anb.example";

  /** Those of the contract's known clients. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "StrongPass123",
        "VoterPass123",
        "testpassword123",
        "prueba123",
        "TestPass123!",
        "password123x"
      })
  void playersMayHaveThese(String password) {
    assertThatCode(() -> PasswordRules.check(password, password, Role.PLAYER, EMAIL))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "aaaaaaaa, password_common",
    "aaaaaaaaaaaa, password_guessable",
    "12341234, password_guessable",
    "hello123, password_guessable",
    "P@ssw0rd, password_guessable",
    "Colombia2026, password_common",
    "TEAMO123, password_common",
    "jugadora.ana@anb.example, password_is_address",
    "Jugadora.Ana@ANB.example, password_is_address",
    "jugadora.ana, password_is_address",
    "Tiro-3p, password_length"
  })
  void nobodyMayHaveThese(String password, String code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> PasswordRules.check(password, password, Role.PLAYER, EMAIL))
        .satisfies(
            refusal ->
                assertThat(refusal.errors()).containsExactly(new FieldError("password1", code)));
  }

  @Test
  void thoseWhoDecideAboutOthersNeedLongerOnes() {
    assertThat(PasswordRules.isShort("prueba12345")).isTrue();
    assertThat(PasswordRules.isShort("prueba123456")).isFalse();
    for (Role role : new Role[] {Role.JUROR, Role.ADMIN}) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> PasswordRules.check("prueba123", "prueba123", role, EMAIL))
          .satisfies(
              refusal ->
                  assertThat(refusal.errors())
                      .containsExactly(new FieldError("password1", "password_length_of_staff")));
      assertThatCode(() -> PasswordRules.check("VoterPass123", "VoterPass123", role, EMAIL))
          .doesNotThrowAnyException();
    }
  }

  /** Measured whole, this one keeps a processor busy for seconds. */
  @Test
  void theWorstPasswordCostsLittle() {
    String worst = "p@ssw0rd".repeat(16);
    Instant begin = Instant.now();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> PasswordRules.check(worst, worst, Role.PLAYER, EMAIL));
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }
}
