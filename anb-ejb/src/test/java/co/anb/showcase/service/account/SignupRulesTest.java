package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignupRulesTest {

  private static final String PASSWORD = "Tiro-de-3-puntos";

  @Test
  void acceptsACompleteForm() {
    assertThatCode(() -> SignupRules.check(form("ana@anb.example", PASSWORD, PASSWORD)))
        .doesNotThrowAnyException();
  }

  @Test
  void namesEveryMissingField() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> SignupRules.check(new Signup(null, "", " ", null, null, null, null)))
        .satisfies(
            refusal ->
                assertThat(refusal.errors())
                    .extracting(FieldError::field)
                    .containsExactlyInAnyOrder(
                        "first_name",
                        "last_name",
                        "email",
                        "password1",
                        "password2",
                        "city",
                        "country"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "ana@", "@anb.example", "ana@anb", "a na@anb.example", "a@b..c"})
  void refusesAMalformedAddress(String email) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> SignupRules.check(form(email, PASSWORD, PASSWORD)))
        .satisfies(
            refusal ->
                assertThat(refusal.errors())
                    .containsExactly(new FieldError("email", "email_malformed")));
  }

  @ParameterizedTest
  @CsvSource({"short-7,password_length", "Password123,password_common"})
  void refusesAWeakPassword(String password, String code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> SignupRules.check(form("ana@anb.example", password, password)))
        .satisfies(
            refusal ->
                assertThat(refusal.errors()).containsExactly(new FieldError("password1", code)));
  }

  @Test
  void refusesPasswordsThatDiffer() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> SignupRules.check(form("ana@anb.example", PASSWORD, PASSWORD + "x")))
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ProblemCode.PASSWORDS_DIFFER);
              assertThat(refusal.detail()).isEqualTo("Passwords do not match");
            });
  }

  @Test
  void doesNotShowThePasswordInALog() {
    assertThat(form("ana@anb.example", PASSWORD, PASSWORD).toString()).doesNotContain(PASSWORD);
  }

  private static Signup form(String email, String password1, String password2) {
    return new Signup("Ana", "Pérez", email, password1, password2, "Bogotá", "Colombia");
  }
}
