package co.anb.showcase.api.jury;

import co.anb.showcase.domain.jury.AssignmentState;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a juror has come.
 *
 * @param assigned all together, conflicts included
 */
public record JuryProgressView(
    @Schema(name = "assigned", example = "24") long assigned,
    @Schema(name = "todo", example = "10") long todo,
    @Schema(name = "drafts", example = "3") long drafts,
    @Schema(name = "submitted", example = "10") long submitted,
    @Schema(name = "conflicts", example = "1") long conflicts) {

  static JuryProgressView of(Map<AssignmentState, Long> counts) {
    return new JuryProgressView(
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.get(AssignmentState.TODO),
        counts.get(AssignmentState.DRAFT),
        counts.get(AssignmentState.SUBMITTED),
        counts.get(AssignmentState.CONFLICT));
  }
}
