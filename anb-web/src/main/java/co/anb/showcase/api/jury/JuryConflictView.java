package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.jury.Conflict;
import co.anb.showcase.service.jury.ConflictRow;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * This juror does not judge this player.
 *
 * @param juror first and last name
 * @param username the player's first and last name
 * @param declaredBy the juror or an administrator
 */
public record JuryConflictView(
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID conflictId,
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID jurorId,
    @Schema(example = "Andrés Mejía") String juror,
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID playerId,
    @Schema(example = "Camila Rojas") String username,
    @Schema(example = "Cali") String city,
    @Schema(example = "Fui su entrenador.") String reason,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant declaredAt,
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID declaredBy) {

  static JuryConflictView of(ConflictRow view) {
    Conflict conflict = view.conflict();
    return new JuryConflictView(
        conflict.id(),
        conflict.jurorId(),
        view.juror().displayName(),
        conflict.playerId(),
        view.player().displayName(),
        view.player().city(),
        conflict.reason(),
        Times.shown(conflict.declaredAt()),
        conflict.declaredBy());
  }
}
