package co.anb.showcase.api.jury;

import co.anb.showcase.domain.jury.Rubric;
import java.util.List;

/** What clips are judged by, in order. */
public record RubricView(List<CriterionView> criteria) {

  static RubricView of(Rubric rubric) {
    return new RubricView(rubric.criteria().stream().map(CriterionView::of).toList());
  }
}
