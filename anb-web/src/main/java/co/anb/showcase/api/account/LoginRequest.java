package co.anb.showcase.api.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * E-mail address and password.
 *
 * @param proof a proof of work, if an earlier answer asked for one
 */
public record LoginRequest(
    @JsonbProperty("email") String email,
    @JsonbProperty("password") String password,
    @JsonbProperty("proof") @Schema(nullable = true) String proof) {

  // As in SignupRequest.
  @JsonbCreator
  public LoginRequest {}

  @Override
  public String toString() {
    return "LoginRequest[" + email + "]";
  }
}
