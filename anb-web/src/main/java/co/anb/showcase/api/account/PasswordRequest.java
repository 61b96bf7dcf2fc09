package co.anb.showcase.api.account;

import co.anb.showcase.service.account.PasswordChange;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;

/** The present password, and the new one twice; all members are required. */
public record PasswordRequest(
    @JsonbProperty("current_password") String currentPassword,
    @JsonbProperty("password1") String password1,
    @JsonbProperty("password2") String password2) {

  // As in SignupRequest.
  @JsonbCreator
  public PasswordRequest {}

  PasswordChange toChange() {
    return new PasswordChange(currentPassword, password1, password2);
  }

  @Override
  public String toString() {
    return "PasswordRequest[]";
  }
}
