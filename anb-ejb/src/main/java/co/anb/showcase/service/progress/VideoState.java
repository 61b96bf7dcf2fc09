package co.anb.showcase.service.progress;

import co.anb.showcase.domain.processing.VideoEvent;
import co.anb.showcase.domain.video.VideoStatus;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a clip is.
 *
 * @param progress percent, 0 to 100
 * @param attempt counts the claims of its job, from 1; 0 before the first
 * @param failureCode why, if it has failed
 */
public record VideoState(
    UUID videoId,
    VideoStatus status,
    int progress,
    int attempt,
    boolean published,
    Optional<String> failureCode) {

  private static final Comparator<VideoState> ORDER =
      Comparator.comparingInt(VideoState::attempt)
          .thenComparingInt(VideoState::progress)
          .thenComparing(VideoState::status);

  /** What an event says about a clip that is still being worked on. */
  static VideoState of(VideoEvent event) {
    return new VideoState(
        event.videoId(),
        event.status(),
        event.progress(),
        event.attempt(),
        false,
        event.failureCode());
  }

  /** Whether nothing more will happen to the clip. */
  public boolean isFinal() {
    return status == VideoStatus.PROCESSED || status == VideoStatus.FAILED;
  }

  /**
   * Whether this is news for one who knows that. Within an attempt progress only grows; another
   * attempt starts over; a final state is the last.
   */
  boolean follows(VideoState known) {
    if (known.isFinal()) {
      return false;
    }
    return isFinal() || ORDER.compare(this, known) > 0;
  }
}
