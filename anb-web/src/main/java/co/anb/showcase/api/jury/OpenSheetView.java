package co.anb.showcase.api.jury;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.service.jury.OpenSheet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that a juror needs to judge a clip. */
public record OpenSheetView(
    QueuedClipView clip,
    @Schema(example = "true") boolean blind,
    List<CriterionView> criteria,
    SheetView sheet) {

  static OpenSheetView of(OpenSheet open, Links links) {
    return new OpenSheetView(
        QueuedClipView.of(open.clip(), links),
        open.blind(),
        open.rubric().criteria().stream().map(CriterionView::of).toList(),
        SheetView.of(open.sheet(), open.rubric()));
  }
}
