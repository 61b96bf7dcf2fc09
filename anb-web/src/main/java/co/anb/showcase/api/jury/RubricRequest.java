package co.anb.showcase.api.jury;

import co.anb.showcase.service.jury.CriterionDraft;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/** A whole new rubric, in order. */
public record RubricRequest(@JsonbProperty("criteria") List<CriterionRequest> criteria) {

  @JsonbCreator
  public RubricRequest {}

  List<CriterionDraft> toDrafts() {
    return criteria == null
        ? null
        : criteria.stream().map(each -> each == null ? null : each.toDraft()).toList();
  }
}
