package co.anb.showcase.api.contest;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How to close.
 *
 * @param force also while voting is open
 * @param reason needed to force
 */
public record CloseRequest(
    @JsonbProperty("force") @Schema(defaultValue = "false") Boolean force,
    @JsonbProperty("reason") @Schema(maxLength = 500) String reason) {

  // JSON-B reads a record only when told to, and takes a creator's names only from annotations.
  @JsonbCreator
  public CloseRequest {}
}
