package co.anb.showcase.api.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** E-mail address and password. */
public record LoginRequest(
    @JsonbProperty("email") @Schema(name = "email") String email,
    @JsonbProperty("password") @Schema(name = "password") String password) {

  // As in SignupRequest.
  @JsonbCreator
  public LoginRequest {}

  @Override
  public String toString() {
    return "LoginRequest[" + email + "]";
  }
}
