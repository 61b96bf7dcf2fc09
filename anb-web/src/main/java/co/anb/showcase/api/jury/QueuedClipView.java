package co.anb.showcase.api.jury;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.jury.JudgedClip;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A clip in a juror's queue.
 *
 * @param label what to call it in blind mode
 * @param number its place in the juror's own order
 * @param duration whole seconds: to the millisecond it would tell which clip of the gallery it is
 * @param total from 0 to 100, once submitted
 * @param title null in blind mode
 * @param username the player's first and last name; null in blind mode
 * @param city null in blind mode
 */
@JsonbNillable
public record QueuedClipView(
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID assignmentId,
    @Schema(example = "Clip 7") String label,
    @Schema(example = "7") int number,
    @Schema(
            example = "todo",
            enumeration = {"todo", "draft", "submitted", "conflict"})
        String state,
    @Schema(example = "/api/jury/assignments/01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708/video")
        String videoUrl,
    @Schema(example = "/api/jury/assignments/01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708/poster")
        String posterUrl,
    @Schema(example = "35") Long duration,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant savedAt,
    @Schema(example = "2026-11-25T15:04:05.123Z") Instant submittedAt,
    @Schema(example = "71.25") Double total,
    @Schema(example = "Tiros libres") String title,
    @Schema(example = "Camila Rojas") String username,
    @Schema(example = "Cali") String city) {

  static QueuedClipView of(JudgedClip clip, Links links) {
    return new QueuedClipView(
        clip.assignmentId(),
        "Clip " + clip.number(),
        clip.number(),
        clip.state().code(),
        links.assigned(clip.assignmentId(), "video"),
        links.assigned(clip.assignmentId(), "poster"),
        clip.durationMillis() == null ? null : Math.round(clip.durationMillis() / 1000.0),
        Times.shown(clip.savedAt()),
        Times.shown(clip.submittedAt()),
        clip.total(),
        clip.title(),
        clip.player(),
        clip.city());
  }
}
