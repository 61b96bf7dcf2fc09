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
    @Schema(example = "24") long assigned,
    @Schema(example = "10") long todo,
    @Schema(example = "3") long drafts,
    @Schema(example = "10") long submitted,
    @Schema(example = "1") long conflicts) {

  static JuryProgressView of(Map<AssignmentState, Long> counts) {
    return new JuryProgressView(
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.get(AssignmentState.TODO),
        counts.get(AssignmentState.DRAFT),
        counts.get(AssignmentState.SUBMITTED),
        counts.get(AssignmentState.CONFLICT));
  }
}
