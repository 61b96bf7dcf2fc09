package co.anb.showcase.service.ranking;

import static co.anb.showcase.service.ranking.Sample.clip;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowerTest {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<Long> told = new ArrayList<>();
  private final List<Follower> ended = new ArrayList<>();
  private boolean wantsMore = true;
  private boolean closed;
  private Instant now = Sample.START;

  private final Follower follower =
      new Follower("192.0.2.1", null, 1, listener(), work::add, clock(), ended::add);

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
  void onlyTheNewestOfWhatWaitsIsTold() {
    follower.show(standings(1, 5, 1));
    follower.show(standings(2, 6, 1));
    write();
    assertThat(told).containsExactly(2L);
  }

  @Test
  void whatChangesBelowTheWantedRowsIsNotTold() {
    follower.show(standings(1, 5, 1));
    write();
    follower.show(standings(2, 5, 2));
    write();
    assertThat(told).containsExactly(1L);
  }

  @Test
  void aSilenceIsBrokenByTheSameRows() {
    follower.show(standings(1, 5, 1));
    write();
    follower.tick(standings(1, 5, 1));
    write();
    assertThat(told).containsExactly(1L);
    now = now.plusSeconds(10);
    follower.tick(standings(1, 5, 1));
    write();
    assertThat(told).containsExactly(1L, 1L);
  }

  @Test
  void aListenerThatHasEnoughIsClosed() {
    wantsMore = false;
    follower.show(standings(1, 5, 1));
    write();
    assertThat(closed).isTrue();
    assertThat(ended).containsExactly(follower);
    follower.show(standings(2, 6, 1));
    write();
    assertThat(told).containsExactly(1L);
  }

  @Test
  void itEndsAfterAnHour() {
    follower.show(standings(1, 5, 1));
    write();
    now = now.plus(Duration.ofHours(1));
    follower.tick(standings(1, 5, 1));
    write();
    assertThat(closed).isTrue();
    assertThat(told).containsExactly(1L);
  }
}
