package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.jury.FormerJuror;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A former juror whose submitted sheets still count.
 *
 * @param name first and last name; null if the account was deleted
 * @param submitted sheets
 */
@JsonbNillable
public record FormerJurorView(
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID jurorId,
    @Schema(example = "Andrés Mejía") String name,
    @Schema(example = "10") long submitted,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant lastSubmittedAt) {

  static FormerJurorView of(FormerJuror juror) {
    return new FormerJurorView(
        juror.jurorId(), juror.name(), juror.submitted(), Times.shown(juror.lastSubmittedAt()));
  }
}
