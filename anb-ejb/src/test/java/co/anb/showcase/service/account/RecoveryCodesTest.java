package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodesTest {

  @Test
  void thereAreTenDifferentOnes() {
    List<String> codes = RecoveryCodes.fresh();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
  }

  @Test
  void howTheyAreTypedDoesNotMatter() {
    String code = RecoveryCodes.fresh().get(0);
    assertThat(RecoveryCodes.read(code)).isPresent();
    for (String typed :
        List.of(code.toUpperCase(Locale.ROOT), code.replace("-", " "), " " + code + " ")) {
      assertThat(RecoveryCodes.read(typed)).isEqualTo(RecoveryCodes.read(code));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "123456", "abcd-efgh-ijkl", "abcd-efgh-ijkl-mno1", "ábcd-efgh-ijkl-mnop"})
  void nothingElseIsOne(String typed) {
    assertThat(RecoveryCodes.read(typed)).isEmpty();
  }
}
