package co.anb.showcase.api.account;

import java.util.List;

/**
 * Codes that take the place of the app's.
 *
 * @param recoveryCodes Each good for one sign-in; they cannot be read again
 */
public record RecoveryCodesView(List<String> recoveryCodes) {

  @Override
  public String toString() {
    return "RecoveryCodesView[]";
  }
}
