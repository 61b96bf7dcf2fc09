package co.anb.showcase.api.jury;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the jury shall work; all members are required. */
public record JurySettingsRequest(
    @JsonbProperty("blind") @Schema(example = "true") Boolean blind,
    @JsonbProperty("same_city_conflict") @Schema(example = "false") Boolean sameCityConflict,
    @JsonbProperty("min_scores_per_clip") @Schema(example = "2", minimum = "1", maximum = "50")
        Integer minScoresPerClip) {

  @JsonbCreator
  public JurySettingsRequest {}
}
