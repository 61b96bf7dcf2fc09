package co.anb.showcase.api.jury;

import co.anb.showcase.service.jury.CriterionDraft;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whole new rubric, in order. */
public record RubricRequest(
    @JsonbProperty("criteria") @Schema(name = "criteria") List<CriterionRequest> criteria) {

  @JsonbCreator
  public RubricRequest {}

  List<CriterionDraft> toDrafts() {
    return criteria == null
        ? null
        : criteria.stream().map(each -> each == null ? null : each.toDraft()).toList();
  }
}
