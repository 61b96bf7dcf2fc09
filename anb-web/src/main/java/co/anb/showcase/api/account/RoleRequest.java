package co.anb.showcase.api.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another role, and why. */
public record RoleRequest(
    @JsonbProperty("role")
        @Schema(
            required = true,
            enumeration = {"player", "juror", "admin"})
        String role,
    @JsonbProperty("reason") @Schema(required = true, maxLength = 500) String reason) {

  // As in SignupRequest.
  @JsonbCreator
  public RoleRequest {}
}
