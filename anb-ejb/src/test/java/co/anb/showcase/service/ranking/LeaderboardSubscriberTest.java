package co.anb.showcase.service.ranking;

import static co.anb.showcase.service.ranking.Sample.clip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeaderboardSubscriberTest {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<Long> told = new ArrayList<>();
  private final List<LeaderboardSubscriber> ended = new ArrayList<>();
  private boolean wantsMore = true;
  private boolean closed;
  private Instant now = Sample.START;

  private final LeaderboardSubscriber subscriber =
      new LeaderboardSubscriber("192.0.2.1", null, 1, listener(), work::add, clock(), ended::add);

  private LeaderboardListener listener() {
    return new LeaderboardListener() {
      @Override
      public boolean rows(long version, List<RankingRow> rows) {
        told.add(version);
        return wantsMore;
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  private static Standings standings(long version, long votesOfFirst, long votesOfSecond) {
    return new Standings(
        version,
        List.of(clip(1, 1, "cali", votesOfFirst, 1), clip(2, 2, "cali", votesOfSecond, 1)));
  }

  private void write() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  @Test
  void onlyTheLatestStandingsAreDelivered() {
    subscriber.show(standings(1, 5, 1));
    subscriber.show(standings(2, 6, 1));
    write();
    assertThat(told).containsExactly(2L);
  }

  @Test
  void whatChangesBelowTheWantedRowsIsNotTold() {
    subscriber.show(standings(1, 5, 1));
    write();
    subscriber.show(standings(2, 5, 2));
    write();
    assertThat(told).containsExactly(1L);
  }

  @Test
  void aSilenceIsBrokenByTheSameRows() {
    subscriber.show(standings(1, 5, 1));
    write();
    subscriber.tick(standings(1, 5, 1));
    write();
    assertThat(told).containsExactly(1L);
    now = now.plusSeconds(10);
    subscriber.tick(standings(1, 5, 1));
    write();
    assertThat(told).containsExactly(1L, 1L);
  }

  @Test
  void aListenerThatHasEnoughIsClosed() {
    wantsMore = false;
    subscriber.show(standings(1, 5, 1));
    write();
    assertThat(closed).isTrue();
    assertThat(ended).containsExactly(subscriber);
    subscriber.show(standings(2, 6, 1));
    write();
    assertThat(told).containsExactly(1L);
  }

  @Test
  void aBlockedListenerHoldsUpNobodyAndGetsTheLatestAfterwards() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    CountDownLatch reads = new CountDownLatch(1);
    Heard slow = new Heard(reads);
    List<Heard> quick = Stream.generate(() -> new Heard(new CountDownLatch(0))).limit(200).toList();
    try {
      List<LeaderboardSubscriber> subscribers =
          Stream.concat(Stream.of(slow), quick.stream())
              .map(
                  heard ->
                      new LeaderboardSubscriber("a", null, 1, heard, threads, clock(), ended::add))
              .toList();
      for (long version = 1; version <= 5; version++) {
        Standings next = standings(version, version, 0);
        subscribers.forEach(each -> each.show(next));
        long told = version;
        await().until(() -> quick.stream().allMatch(each -> each.versions.contains(told)));
      }
      assertThat(slow.versions).isEmpty();
      reads.countDown();
      await().until(() -> slow.versions.size() == 2);
      assertThat(slow.versions).containsExactly(1L, 5L);
    } finally {
      threads.shutdownNow();
    }
  }

  /** A listener that reads when it is let. */
  private static final class Heard implements LeaderboardListener {

    private final CountDownLatch reads;
    private final List<Long> versions = new CopyOnWriteArrayList<>();

    Heard(CountDownLatch reads) {
      this.reads = reads;
    }

    @Override
    public boolean rows(long version, List<RankingRow> rows) {
      try {
        reads.await();
      } catch (InterruptedException e) {
        return false;
      }
      versions.add(version);
      return true;
    }

    @Override
    public void close() {}
  }

  @Test
  void itEndsAfterAnHour() {
    subscriber.show(standings(1, 5, 1));
    write();
    now = now.plus(Duration.ofHours(1));
    subscriber.tick(standings(1, 5, 1));
    write();
    assertThat(closed).isTrue();
    assertThat(told).containsExactly(1L);
  }
}
