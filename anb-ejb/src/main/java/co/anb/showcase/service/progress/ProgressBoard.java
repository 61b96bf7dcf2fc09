package co.anb.showcase.service.progress;

import co.anb.showcase.domain.processing.VideoEvent;
import co.anb.showcase.service.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * The subscribers to clips on this server. Changes come from two sources: events, which are quick
 * and may be lost, and the database, which is asked about clips without an event. None of the
 * methods waits for a listener.
 */
final class ProgressBoard {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final Clock clock;
  private final Executor writers;
  private final int perAccount;
  private final int perServer;
  private final Set<ProgressSubscriber> open = ConcurrentHashMap.newKeySet();

  /**
   * @param writers runs what tells listeners; must never refuse, nor run it on the caller's thread
   *     if listeners can block
   * @param perAccount most subscriptions that an account may have open at a time
   * @param perServer most subscriptions in all
   */
  ProgressBoard(Clock clock, Executor writers, int perAccount, int perServer) {
    this.clock = clock;
    this.writers = writers;
    this.perAccount = perAccount;
    this.perServer = perServer;
  }

  /**
   * Subscribes a listener to a clip; the present state is emitted first.
   *
   * @throws ProblemException TOO_MANY_REQUESTS if too many follow already
   */
  void follow(UUID accountId, VideoState present, ProgressListener listener) {
    admit(new ProgressSubscriber(accountId, present, listener, writers, clock, open::remove))
        .begin();
  }

  private synchronized ProgressSubscriber admit(ProgressSubscriber newcomer) {
    long own =
        open.stream().filter(other -> other.accountId().equals(newcomer.accountId())).count();
    if (own >= perAccount || open.size() >= perServer) {
      throw ProblemException.tooMany(TRY_AGAIN);
    }
    open.add(newcomer);
    return newcomer;
  }

  /** Takes an event. */
  void hear(VideoEvent event) {
    VideoState told = VideoState.of(event);
    for (ProgressSubscriber each : open) {
      if (each.videoId().equals(told.videoId())) {
        each.hear(told);
      }
    }
  }

  /** The clips that the database is to be asked about now. */
  Set<UUID> due() {
    return open.stream()
        .filter(ProgressSubscriber::isDue)
        .map(ProgressSubscriber::videoId)
        .collect(Collectors.toSet());
  }

  /**
   * Takes the database's answer.
   *
   * @param asked what it was asked about; what it did not find is deleted
   */
  void learn(Set<UUID> asked, Map<UUID, VideoState> found) {
    for (ProgressSubscriber each : open) {
      VideoState read = found.get(each.videoId());
      if (read != null) {
        each.learn(read);
      } else if (asked.contains(each.videoId())) {
        each.deleted();
      }
    }
  }

  /** Tells states again that were last told a while ago; to be called four times a second. */
  void tick() {
    open.forEach(ProgressSubscriber::tick);
  }

  /** Ends all subscriptions. */
  void close() {
    List.copyOf(open).forEach(ProgressSubscriber::end);
  }
}
