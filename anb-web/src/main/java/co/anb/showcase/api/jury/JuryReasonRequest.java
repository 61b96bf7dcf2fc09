package co.anb.showcase.api.jury;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why something is done.
 *
 * @param reason 1 to 500 characters
 */
public record JuryReasonRequest(
    @JsonbProperty("reason") @Schema(example = "Fui su entrenador.", maxLength = 500)
        String reason) {

  @JsonbCreator
  public JuryReasonRequest {}
}
