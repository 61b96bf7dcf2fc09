package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.domain.jury.AssignedClip;
import co.anb.showcase.service.jury.AssignmentRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An assignment as administrators see it.
 *
 * @param juror first and last name; null if the account was deleted
 * @param jurorPresent false if the account was deleted or has another role
 * @param username the player's first and last name
 * @param published jurors see only those
 * @param number its place in the juror's queue
 * @param total from 0 to 100, once submitted; does not count in state conflict
 */
@JsonbNillable
public record JuryAssignmentView(
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID assignmentId,
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID jurorId,
    @Schema(example = "Andrés Mejía") String juror,
    @Schema(example = "true") boolean jurorPresent,
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID videoId,
    @Schema(example = "Tiros libres") String title,
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID playerId,
    @Schema(example = "Camila Rojas") String username,
    @Schema(example = "Cali") String city,
    @Schema(example = "true") boolean published,
    @Schema(example = "7") int number,
    @Schema(
            example = "submitted",
            enumeration = {"todo", "draft", "submitted", "conflict"})
        String state,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant createdAt,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant savedAt,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant submittedAt,
    @Schema(example = "71.25") Double total) {

  static JuryAssignmentView of(AssignmentRow view) {
    AssignedClip clip = view.clip();
    return new JuryAssignmentView(
        clip.id(),
        clip.jurorId(),
        view.juror() == null ? null : view.juror().displayName(),
        view.juror() != null && view.juror().role() == Role.JUROR,
        clip.videoId(),
        clip.title(),
        clip.playerId(),
        view.player().displayName(),
        view.player().city(),
        clip.isPublished(),
        clip.number(),
        clip.state().code(),
        Times.shown(clip.createdAt()),
        Times.shown(clip.savedAt().orElse(null)),
        Times.shown(clip.submittedAt().orElse(null)),
        clip.total().orElse(null));
  }
}
