package co.anb.showcase.api.processing;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.processing.DeadLetter;
import java.time.Instant;
import java.util.UUID;

/**
 * A task that was given up.
 *
 * @param attempts how often it was tried
 * @param errorDetail why the last attempt failed
 * @param waiting whether its clip has still failed and can be replayed
 */
public record DeadLetterView(
    UUID taskId,
    UUID videoId,
    int attempts,
    Instant failedAt,
    String errorDetail,
    boolean waiting) {

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
