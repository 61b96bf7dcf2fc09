package co.anb.showcase.api.jury;

import co.anb.showcase.service.jury.CriterionDraft;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A criterion of a new rubric; the code says which one of the old rubric it was. */
public record CriterionRequest(
    @JsonbProperty("code") @Schema(name = "code", example = "shooting") String code,
    @JsonbProperty("name_es") @Schema(name = "name_es", example = "Tiro") String nameEs,
    @JsonbProperty("name_en") @Schema(name = "name_en", example = "Shooting") String nameEn,
    @JsonbProperty("description_es")
        @Schema(name = "description_es", example = "Mecánica, selección y acierto.")
        String descriptionEs,
    @JsonbProperty("description_en")
        @Schema(name = "description_en", example = "Form, choice and accuracy.")
        String descriptionEn,
    @JsonbProperty("weight") @Schema(name = "weight", example = "25") Double weight,
    @JsonbProperty("min") @Schema(name = "min", example = "1") Double min,
    @JsonbProperty("max") @Schema(name = "max", example = "10") Double max,
    @JsonbProperty("step") @Schema(name = "step", example = "0.5") Double step) {

  @JsonbCreator
  public CriterionRequest {}

  CriterionDraft toDraft() {
    return new CriterionDraft(
        code, nameEs, nameEn, descriptionEs, descriptionEn, weight, min, max, step);
  }
}
