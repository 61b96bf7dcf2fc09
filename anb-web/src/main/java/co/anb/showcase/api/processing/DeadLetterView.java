package co.anb.showcase.api.processing;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.processing.DeadLetter;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task that was given up.
 *
 * @param attempts how often it was tried
 * @param errorDetail what broke the last attempt
 * @param waiting whether its clip still waits for somebody to act
 */
public record DeadLetterView(
    @Schema(name = "task_id", implementation = String.class, format = "uuid") UUID taskId,
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "attempts") int attempts,
    @Schema(name = "failed_at", implementation = String.class, format = "date-time")
        Instant failedAt,
    @Schema(name = "error_detail") String errorDetail,
    @Schema(name = "waiting") boolean waiting) {

  static DeadLetterView of(DeadLetter letter) {
    return new DeadLetterView(
        letter.task().videoId(),
        letter.task().videoId(),
        letter.task().attempts(),
        Times.shown(letter.task().failedAt()),
        letter.task().reason(),
        letter.waiting());
  }
}
