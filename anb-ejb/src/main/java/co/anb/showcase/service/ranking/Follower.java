package co.anb.showcase.service.ranking;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One listener of a ranking's top. Only the newest standings wait for it: a slow listener misses
 * some and holds up nobody.
 */
final class Follower {

  private static final Logger LOG = System.getLogger(Follower.class.getName());

  /** Often enough that no proxy takes a stream without news for dead. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** No stream is open longer; its client opens another. */
  private static final Duration LIFE = Duration.ofHours(1);

  private final String address;
  private final String cityKey;
  private final int limit;
  private final LeaderboardListener listener;
  private final Executor writers;
  private final Clock clock;
  private final Consumer<Follower> ended;
  private final Instant openedAt;

  private Standings waiting;
  private long newest;
  private boolean again;
  private boolean telling;
  private boolean over;
  private Instant toldAt;
  private List<RankingRow> told;

  Follower(
      String address,
      String cityKey,
      int limit,
      LeaderboardListener listener,
      Executor writers,
      Clock clock,
      Consumer<Follower> ended) {
    this.address = address;
    this.cityKey = cityKey;
    this.limit = limit;
    this.listener = listener;
    this.writers = writers;
    this.clock = clock;
    this.ended = ended;
    this.openedAt = clock.instant();
    this.toldAt = openedAt;
  }

  String address() {
    return address;
  }

  /** Takes new standings. */
  synchronized void show(Standings standings) {
    if (standings.version() >= newest) {
      newest = standings.version();
      waiting = standings;
      wake();
    }
  }

  /** Says the same again after a silence, and ends what has been open for long. */
  synchronized void tick(Standings standings) {
    Instant now = clock.instant();
    if (!openedAt.plus(LIFE).isAfter(now)) {
      end();
    } else if (!toldAt.plus(SILENCE).isAfter(now)) {
      again = true;
      show(standings);
    }
  }

  /** Ends it after what is being told. */
  synchronized void end() {
    over = true;
    wake();
  }

  private void wake() {
    if (!telling) {
      telling = true;
      writers.execute(this::tell);
    }
  }

  private void tell() {
    for (Standings next = take(); next != null; next = take()) {
      if (!tell(next)) {
        leave();
        return;
      }
    }
    if (isOver()) {
      leave();
    }
  }

  private boolean tell(Standings standings) {
    List<RankingRow> rows = Standings.part(standings.ranking(cityKey), limit, 0);
    if (isTold(rows)) {
      return true;
    }
    try {
      return listener.rows(standings.version(), rows);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A listener of the ranking failed", e);
      return false;
    }
  }

  private synchronized boolean isTold(List<RankingRow> rows) {
    boolean known = rows.equals(told) && !again;
    again = false;
    told = rows;
    if (!known) {
      toldAt = clock.instant();
    }
    return known;
  }

  /** Null if there is nothing to tell; then, unless it is over, the next news wakes it again. */
  private synchronized Standings take() {
    Standings next = over ? null : waiting;
    waiting = null;
    telling = next != null || over;
    return next;
  }

  private synchronized boolean isOver() {
    return over;
  }

  private void leave() {
    ended.accept(this);
    listener.close();
  }
}
