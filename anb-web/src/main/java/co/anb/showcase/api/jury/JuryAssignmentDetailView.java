package co.anb.showcase.api.jury;

import co.anb.showcase.service.jury.AssignedSheet;

/** An assignment with what the juror wrote. */
public record JuryAssignmentDetailView(JuryAssignmentView assignment, SheetView sheet) {

  static JuryAssignmentDetailView of(AssignedSheet detail) {
    return new JuryAssignmentDetailView(
        JuryAssignmentView.of(detail.assignment()), SheetView.of(detail.sheet(), detail.rubric()));
  }
}
