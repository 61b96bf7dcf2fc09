package co.anb.showcase.api.jury;

import co.anb.showcase.domain.jury.Criterion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that clips are judged by. Allowed values are {@code min}, {@code min + step}, … up to
 * {@code max}; the weight's share of all weights is what the criterion counts.
 */
public record CriterionView(
    @Schema(example = "shooting") String code,
    @Schema(example = "Tiro") String nameEs,
    @Schema(example = "Shooting") String nameEn,
    @Schema(example = "Mecánica, selección y acierto.") String descriptionEs,
    @Schema(example = "Form, choice and accuracy.") String descriptionEn,
    @Schema(example = "25") double weight,
    @Schema(example = "1") double min,
    @Schema(example = "10") double max,
    @Schema(example = "0.5") double step) {

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
