package co.anb.showcase.service.ranking;

import co.anb.showcase.service.live.LatestDelivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One subscriber of a ranking's top. Only the latest standings wait for its listener, see {@link
 * LatestDelivery}; standings that do not change its rows are not delivered.
 */
final class LeaderboardSubscriber {

  /** Often enough that no proxy closes a stream without news as idle. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** No stream is open longer; its client opens another. */
  private static final Duration LIFE = Duration.ofHours(1);

  private final String address;
  private final String cityKey;
  private final int limit;
  private final LeaderboardListener listener;
  private final Clock clock;
  private final LatestDelivery<Standings> delivery;
  private final Instant openedAt;

  private boolean repeat;
  private Instant deliveredAt;
  private List<RankingRow> delivered;
  private long deliveredVersion = Long.MIN_VALUE;

  LeaderboardSubscriber(
      String address,
      String cityKey,
      int limit,
      LeaderboardListener listener,
      Executor writers,
      Clock clock,
      Consumer<LeaderboardSubscriber> ended) {
    this.address = address;
    this.cityKey = cityKey;
    this.limit = limit;
    this.listener = listener;
    this.clock = clock;
    this.delivery =
        new LatestDelivery<>(
            writers, LeaderboardSubscriber::later, this::deliver, () -> close(ended, listener));
    this.openedAt = clock.instant();
    this.deliveredAt = openedAt;
  }

  String address() {
    return address;
  }

  /** Takes new standings. */
  void show(Standings standings) {
    delivery.offer(standings);
  }

  /** Repeats the rows after a silence, and ends what has been open for long. */
  void tick(Standings standings) {
    Instant now = clock.instant();
    if (!openedAt.plus(LIFE).isAfter(now)) {
      delivery.end();
    } else if (isSilent(now)) {
      show(standings);
    }
  }

  private synchronized boolean isSilent(Instant now) {
    boolean silent = !deliveredAt.plus(SILENCE).isAfter(now);
    repeat |= silent;
    return silent;
  }

  /** Ends it after what is being delivered. */
  void end() {
    delivery.end();
  }

  private static Standings later(Standings one, Standings other) {
    return other.version() >= one.version() ? other : one;
  }

  private boolean deliver(Standings standings) {
    List<RankingRow> rows = Standings.part(standings.ranking(cityKey), limit, 0);
    return !isNews(standings, rows) || listener.rows(standings.version(), rows);
  }

  /** Standings may arrive out of order; older ones are no news. */
  private synchronized boolean isNews(Standings standings, List<RankingRow> rows) {
    if (standings.version() < deliveredVersion || (rows.equals(delivered) && !repeat)) {
      return false;
    }
    repeat = false;
    delivered = rows;
    deliveredVersion = standings.version();
    deliveredAt = clock.instant();
    return true;
  }

  private void close(Consumer<LeaderboardSubscriber> ended, LeaderboardListener listener) {
    ended.accept(this);
    listener.close();
  }
}
