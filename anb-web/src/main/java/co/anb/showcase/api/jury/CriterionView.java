package co.anb.showcase.api.jury;

import co.anb.showcase.domain.jury.Criterion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that clips are judged by. Allowed values are {@code min}, {@code min + step}, … up to
 * {@code max}; the weight's share of all weights is what the criterion counts.
 */
public record CriterionView(
    @Schema(name = "code", example = "shooting") String code,
    @Schema(name = "name_es", example = "Tiro") String nameEs,
    @Schema(name = "name_en", example = "Shooting") String nameEn,
    @Schema(name = "description_es", example = "Mecánica, selección y acierto.")
        String descriptionEs,
    @Schema(name = "description_en", example = "Form, choice and accuracy.") String descriptionEn,
    @Schema(name = "weight", example = "25") double weight,
    @Schema(name = "min", example = "1") double min,
    @Schema(name = "max", example = "10") double max,
    @Schema(name = "step", example = "0.5") double step) {

  static CriterionView of(Criterion criterion) {
    return new CriterionView(
        criterion.code(),
        criterion.nameEs(),
        criterion.nameEn(),
        criterion.descriptionEs(),
        criterion.descriptionEn(),
        criterion.weight(),
        criterion.min(),
        criterion.max(),
        criterion.step());
  }
}
