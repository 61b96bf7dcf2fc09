package co.anb.showcase.api.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refresh token. */
public record RefreshRequest(
    @JsonbProperty("refresh_token") @Schema(required = true) String refreshToken) {

  // As in SignupRequest.
  @JsonbCreator
  public RefreshRequest {}

  @Override
  public String toString() {
    return "RefreshRequest[]";
  }
}
