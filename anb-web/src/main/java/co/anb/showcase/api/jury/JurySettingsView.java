package co.anb.showcase.api.jury;

import co.anb.showcase.domain.jury.JurySettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the jury works.
 *
 * @param blind jurors see neither names, cities nor titles
 * @param sameCityConflict jurors do not judge players of their own city
 * @param minScoresPerClip how many jurors a spread gives each clip to
 */
public record JurySettingsView(
    @Schema(example = "true") boolean blind,
    @Schema(example = "false") boolean sameCityConflict,
    @Schema(example = "2") int minScoresPerClip) {

  static JurySettingsView of(JurySettings settings) {
    return new JurySettingsView(
        settings.isBlind(), settings.isSameCityConflict(), settings.minScoresPerClip());
  }
}
