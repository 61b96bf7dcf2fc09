package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.account.Role;
import org.junit.jupiter.api.Test;

class AccountProtectionTest {

  private static final boolean SHORT = true;
  private static final boolean LONG = false;

  @Test
  void anAdministratorWithoutASecondFactorIsRestrictedWhereItIsRequired() {
    assertThat(AccountProtection.needsFactor(Role.ADMIN, true)).isTrue();
    assertThat(AccountProtection.suffices(Role.ADMIN, LONG, true)).isFalse();
    assertThat(AccountProtection.suffices(Role.ADMIN, LONG, false)).isTrue();
  }

  @Test
  void nobodyElseNeedsOneAndNobodyWhereItIsNotRequired() {
    assertThat(AccountProtection.needsFactor(Role.JUROR, true)).isFalse();
    assertThat(AccountProtection.needsFactor(Role.PLAYER, true)).isFalse();
    assertThat(AccountProtection.needsFactor(Role.ADMIN, false)).isFalse();
  }

  @Test
  void shortPasswordsAreForPlayersOnly() {
    assertThat(AccountProtection.suffices(Role.PLAYER, SHORT, false)).isTrue();
    assertThat(AccountProtection.suffices(Role.JUROR, SHORT, false)).isFalse();
    assertThat(AccountProtection.suffices(Role.ADMIN, SHORT, false)).isFalse();
  }
}
