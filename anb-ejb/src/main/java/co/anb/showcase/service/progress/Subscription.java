package co.anb.showcase.service.progress;

import co.anb.showcase.domain.video.VideoStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One listener's place on the board. It keeps only the newest state until the listener has taken
 * the one before: a slow listener misses states and holds up nobody.
 */
final class Subscription {

  private static final Logger LOG = System.getLogger(Subscription.class.getName());

  /**
   * While a clip is worked on, its state is told at least once a second; the timer adds the rest.
   */
  private static final Duration WORKING = Duration.ofMillis(750);

  /** While it waits: often enough that no proxy takes the stream for dead. */
  private static final Duration WAITING = Duration.ofSeconds(10);

  /** Without news for so long, the database is asked. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  /** No stream is open longer; its client opens another, with a token that is valid then. */
  private static final Duration LIFE = Duration.ofHours(1);

  /** What is to be told next; a later one outranks those before. */
  private enum Next {
    NOTHING,
    STATE,
    DELETED,
    END
  }

  private record Turn(Next next, VideoState state) {}

  private final UUID accountId;
  private final UUID videoId;
  private final ProgressListener listener;
  private final Executor writers;
  private final Clock clock;
  private final Consumer<Subscription> ended;
  private final Instant openedAt;

  private VideoState known;
  private Instant heardAt;
  private Instant toldAt;
  private Next next = Next.NOTHING;
  private boolean telling;

  Subscription(
      UUID accountId,
      VideoState present,
      ProgressListener listener,
      Executor writers,
      Clock clock,
      Consumer<Subscription> ended) {
    this.accountId = accountId;
    this.videoId = present.videoId();
    this.listener = listener;
    this.writers = writers;
    this.clock = clock;
    this.ended = ended;
    this.openedAt = clock.instant();
    this.known = present;
    this.heardAt = openedAt;
    this.toldAt = openedAt;
  }

  UUID accountId() {
    return accountId;
  }

  UUID videoId() {
    return videoId;
  }

  /** Tells the present state. */
  synchronized void begin() {
    raise(Next.STATE);
  }

  /** Takes what a worker told. An attempt that is over is not listened to. */
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
      raise(Next.STATE);
    }
  }

  synchronized void deleted() {
    raise(Next.DELETED);
  }

  synchronized void end() {
    raise(Next.END);
  }

  /** Whether the database is to be asked. */
  synchronized boolean isDue() {
    return !heardAt.plus(SILENCE).isAfter(clock.instant());
  }

  /** Tells the state again if it is time. */
  synchronized void tick() {
    Instant now = clock.instant();
    Duration interval = known.status() == VideoStatus.PROCESSING ? WORKING : WAITING;
    if (!openedAt.plus(LIFE).isAfter(now)) {
      raise(Next.END);
    } else if (!toldAt.plus(interval).isAfter(now)) {
      raise(Next.STATE);
    }
  }

  private void raise(Next wanted) {
    if (wanted.compareTo(next) > 0) {
      next = wanted;
    }
    if (!telling) {
      telling = true;
      writers.execute(this::tell);
    }
  }

  private void tell() {
    for (Turn turn = take(); turn.next() != Next.NOTHING; turn = take()) {
      if (!tell(turn)) {
        close();
        return;
      }
    }
  }

  /** Whether more may follow. */
  private boolean tell(Turn turn) {
    try {
      return switch (turn.next()) {
        case STATE -> listener.state(turn.state()) && !turn.state().isFinal();
        case DELETED -> {
          listener.deleted();
          yield false;
        }
        default -> false;
      };
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A listener failed video_id=" + videoId, e);
      return false;
    }
  }

  private synchronized Turn take() {
    Turn turn = new Turn(next, known);
    next = Next.NOTHING;
    if (turn.next() == Next.NOTHING) {
      telling = false;
    } else {
      toldAt = clock.instant();
    }
    return turn;
  }

  /** Stays "telling", so that nothing is told any more. */
  private void close() {
    ended.accept(this);
    listener.close();
  }
}
