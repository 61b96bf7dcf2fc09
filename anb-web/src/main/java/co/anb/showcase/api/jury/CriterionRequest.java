package co.anb.showcase.api.jury;

import co.anb.showcase.service.jury.CriterionDraft;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A criterion of a new rubric; the code says which one of the old rubric it was. */
public record CriterionRequest(
    @JsonbProperty("code") @Schema(example = "shooting") String code,
    @JsonbProperty("name_es") @Schema(example = "Tiro") String nameEs,
    @JsonbProperty("name_en") @Schema(example = "Shooting") String nameEn,
    @JsonbProperty("description_es") @Schema(example = "Mecánica, selección y acierto.")
        String descriptionEs,
    @JsonbProperty("description_en") @Schema(example = "Form, choice and accuracy.")
        String descriptionEn,
    @JsonbProperty("weight") @Schema(example = "25") Double weight,
    @JsonbProperty("min") @Schema(example = "1") Double min,
    @JsonbProperty("max") @Schema(example = "10") Double max,
    @JsonbProperty("step") @Schema(example = "0.5") Double step) {

  @JsonbCreator
  public CriterionRequest {}

  CriterionDraft toDraft() {
    return new CriterionDraft(
        code, nameEs, nameEn, descriptionEs, descriptionEn, weight, min, max, step);
  }
}
