package co.anb.showcase.api.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;

/** E-mail address and password. */
public record LoginRequest(
    @JsonbProperty("email") String email, @JsonbProperty("password") String password) {

  // As in SignupRequest.
  @JsonbCreator
  public LoginRequest {}

  @Override
  public String toString() {
    return "LoginRequest[" + email + "]";
  }
}
