package co.anb.showcase.api.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * E-mail address and password.
 *
 * @param code Of the second factor, or a recovery code; only for accounts that have one
 * @param work A proof of work, if an earlier answer asked for one
 */
public record LoginRequest(
    @JsonbProperty("email") String email,
    @JsonbProperty("password") String password,
    @JsonbProperty("code") @Schema(nullable = true) String code,
    @JsonbProperty("proof") @Schema(nullable = true) String work) {

  // As in SignupRequest.
  @JsonbCreator
  public LoginRequest {}

  @Override
  public String toString() {
    return "LoginRequest[" + email + "]";
  }
}
