package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.jury.Rubric;
import co.anb.showcase.domain.jury.ScoreSheet;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A score sheet. One that was never saved has version 0 and no scores.
 *
 * @param version send it along with the next change
 * @param total from 0 to 100, once submitted
 * @param reopenedAt when an administrator last made it a draft again, or null
 */
@JsonbNillable
public record SheetView(
    @Schema(example = "3") int version,
    List<ScoreView> scores,
    @Schema(example = "Buen manejo con las dos manos.") String comment,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant savedAt,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant submittedAt,
    @Schema(example = "71.25") Double total,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant reopenedAt,
    @Schema(example = "Se calificó el video equivocado.") String reopenReason) {

  static SheetView of(Optional<ScoreSheet> saved, Rubric rubric) {
    if (saved.isEmpty()) {
      return new SheetView(0, List.of(), null, null, null, null, null, null);
    }
    ScoreSheet sheet = saved.get();
    Map<UUID, Double> scores = sheet.scores();
    return new SheetView(
        sheet.version(),
        rubric.criteria().stream()
            .filter(criterion -> scores.containsKey(criterion.id()))
            .map(criterion -> new ScoreView(criterion.code(), scores.get(criterion.id())))
            .toList(),
        sheet.comment().orElse(null),
        Times.shown(sheet.savedAt()),
        Times.shown(sheet.submittedAt().orElse(null)),
        sheet.total().orElse(null),
        Times.shown(sheet.reopenedAt().orElse(null)),
        sheet.reopenReason().orElse(null));
  }
}
