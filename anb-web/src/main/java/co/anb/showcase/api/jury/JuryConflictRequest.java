package co.anb.showcase.api.jury;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who shall not judge whom.
 *
 * @param reason 1 to 500 characters
 */
public record JuryConflictRequest(
    @JsonbProperty("juror_id")
        @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708", format = "uuid")
        String jurorId,
    @JsonbProperty("player_id")
        @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708", format = "uuid")
        String playerId,
    @JsonbProperty("reason") @Schema(example = "Es su tío.", maxLength = 500) String reason) {

  @JsonbCreator
  public JuryConflictRequest {}
}
