package co.anb.showcase.api.jury;

import co.anb.showcase.service.jury.JurorRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A juror with the juror's progress.
 *
 * @param assigned all together, conflicts included
 * @param mean of the submitted totals, as the juror gave them; null if there is none
 * @param deviation of those; null if there is none
 */
@JsonbNillable
public record JurorView(
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID jurorId,
    @Schema(example = "Andrés Mejía") String name,
    @Schema(example = "Cali") String city,
    @Schema(example = "24") long assigned,
    @Schema(example = "10") long todo,
    @Schema(example = "3") long drafts,
    @Schema(example = "10") long submitted,
    @Schema(example = "1") long conflicts,
    @Schema(example = "64.2") Double mean,
    @Schema(example = "12.8") Double deviation) {

  static JurorView of(JurorRow juror) {
    return new JurorView(
        juror.jurorId(),
        juror.name(),
        juror.city(),
        juror.assigned(),
        juror.todo(),
        juror.drafts(),
        juror.submitted(),
        juror.conflicts(),
        juror.mean(),
        juror.deviation());
  }
}
