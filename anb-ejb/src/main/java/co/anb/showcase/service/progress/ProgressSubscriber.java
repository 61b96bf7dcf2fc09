package co.anb.showcase.service.progress;

import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.service.live.LatestDelivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One subscriber of a clip's progress. Only the latest state waits for its listener, see {@link
 * LatestDelivery}.
 */
final class ProgressSubscriber {

  /**
   * While a clip is processed, its state is repeated at least once a second; the timer adds the
   * rest.
   */
  private static final Duration PROCESSING_INTERVAL = Duration.ofMillis(750);

  /** While it waits: often enough that no proxy closes the stream as idle. */
  private static final Duration WAITING_INTERVAL = Duration.ofSeconds(10);

  /** Without news for so long, the database is asked. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  /** No stream is open longer; its client opens another, with a token that is valid then. */
  private static final Duration LIFE = Duration.ofHours(1);

  /**
   * What the listener is told next.
   *
   * @param state null if the clip was deleted
   */
  private record Message(VideoState state) {

    /** A deletion is the last message: no state outranks it. */
    private Message orLater(Message later) {
      return state == null ? this : later;
    }
  }

  private final UUID accountId;
  private final UUID videoId;
  private final ProgressListener listener;
  private final Clock clock;
  private final LatestDelivery<Message> delivery;
  private final Instant openedAt;

  private VideoState known;
  private Instant heardAt;
  private Instant deliveredAt;

  ProgressSubscriber(
      UUID accountId,
      VideoState present,
      ProgressListener listener,
      Executor writers,
      Clock clock,
      Consumer<ProgressSubscriber> ended) {
    this.accountId = accountId;
    this.videoId = present.videoId();
    this.listener = listener;
    this.clock = clock;
    this.delivery =
        new LatestDelivery<>(
            writers, Message::orLater, this::deliver, () -> close(ended, listener));
    this.openedAt = clock.instant();
    this.known = present;
    this.heardAt = openedAt;
    this.deliveredAt = openedAt;
  }

  UUID accountId() {
    return accountId;
  }

  UUID videoId() {
    return videoId;
  }

  /** Delivers the present state. */
  synchronized void begin() {
    delivery.offer(new Message(known));
  }

  /** Takes a worker's event; events of an earlier attempt are ignored. */
  synchronized void hear(VideoState told) {
    if (told.isFinal()) {
      // The event does not say whether the clip was published.
      heardAt = Instant.EPOCH;
    } else if (told.attempt() >= known.attempt()) {
      learn(told);
    }
  }

  /** Takes what the database says. */
  synchronized void learn(VideoState read) {
    heardAt = clock.instant();
    if (read.follows(known)) {
      known = read;
      delivery.offer(new Message(known));
    }
  }

  synchronized void deleted() {
    delivery.offer(new Message(null));
  }

  void end() {
    delivery.end();
  }

  /** Whether to ask the database, because no event came for a while. */
  synchronized boolean isDue() {
    return !heardAt.plus(SILENCE).isAfter(clock.instant());
  }

  /** Repeats the state when it is time, and ends what has been open for long. */
  synchronized void tick() {
    Instant now = clock.instant();
    Duration interval =
        known.status() == VideoStatus.PROCESSING ? PROCESSING_INTERVAL : WAITING_INTERVAL;
    if (!openedAt.plus(LIFE).isAfter(now)) {
      delivery.end();
    } else if (!deliveredAt.plus(interval).isAfter(now)) {
      delivery.offer(new Message(known));
    }
  }

  /** Whether more may follow. */
  private boolean deliver(Message message) {
    noteDelivery();
    if (message.state() == null) {
      listener.deleted();
      return false;
    }
    return listener.state(message.state()) && !message.state().isFinal();
  }

  private synchronized void noteDelivery() {
    deliveredAt = clock.instant();
  }

  private void close(Consumer<ProgressSubscriber> ended, ProgressListener listener) {
    ended.accept(this);
    listener.close();
  }
}
