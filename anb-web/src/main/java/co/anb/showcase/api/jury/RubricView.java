package co.anb.showcase.api.jury;

import co.anb.showcase.domain.jury.Rubric;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clips are judged by, in order. */
public record RubricView(@Schema(name = "criteria") List<CriterionView> criteria) {

  static RubricView of(Rubric rubric) {
    return new RubricView(rubric.criteria().stream().map(CriterionView::of).toList());
  }
}
