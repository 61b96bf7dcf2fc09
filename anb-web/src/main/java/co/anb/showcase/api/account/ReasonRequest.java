package co.anb.showcase.api.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an administrator does something. */
public record ReasonRequest(@JsonbProperty("reason") @Schema(maxLength = 500) String reason) {

  // As in SignupRequest.
  @JsonbCreator
  public ReasonRequest {}

  /** The reason of a body that may be missing altogether. */
  static String of(ReasonRequest request) {
    return request == null ? null : request.reason();
  }
}
