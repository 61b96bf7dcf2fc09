package co.anb.showcase.api.jury;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a juror gives a clip for one criterion.
 *
 * @param criterion its code
 * @param value on the criterion's scale; null for none yet
 */
public record ScoreRequest(
    @JsonbProperty("criterion") @Schema(example = "shooting") String criterion,
    @JsonbProperty("value") @Schema(example = "7.5") Double value) {

  @JsonbCreator
  public ScoreRequest {}
}
