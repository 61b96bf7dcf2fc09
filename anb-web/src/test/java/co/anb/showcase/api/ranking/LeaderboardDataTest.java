package co.anb.showcase.api.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.ranking.RankingRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeaderboardDataTest {

  private static final UUID ID = UUID.fromString("01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708");

  private final AtomicInteger renderings = new AtomicInteger();
  private final LeaderboardData data = new LeaderboardData(this::render);

  private byte[] render(List<RankingRow> rows) {
    renderings.incrementAndGet();
    return ("[" + rows.size() + " rows, " + rows.get(0).votes() + " votes]")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** New objects every time, as every ranking has rows of its own. */
  private static List<RankingRow> rows(long votes) {
    var clip =
        new PublishedClip(
            ID,
            "Triple",
            Instant.EPOCH,
            Instant.EPOCH,
            30_000,
            ID,
            "Sol Prueba",
            "Mitú",
            "mitu",
            "triple sol prueba",
            null,
            votes,
            null);
    return List.of(new RankingRow(1, ID, "Sol Prueba", "Mitú", votes, null, clip));
  }

  private String text(String city, long votes) {
    return new String(data.of(city, rows(votes)), StandardCharsets.UTF_8);
  }

  @Test
  void aChangeIsRenderedOnceForAThousandFollowers() throws Exception {
    ExecutorService followers = Executors.newFixedThreadPool(50);
    try {
      for (int votes = 1; votes <= 5; votes++) {
        int now = votes;
        Set<byte[]> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Callable<byte[]> follower = () -> data.of("Mitú", rows(now));
        for (Future<byte[]> each : followers.invokeAll(Collections.nCopies(1000, follower))) {
          told.add(each.get());
        }
        assertThat(told).as("the same bytes for everybody").hasSize(1);
        assertThat(renderings).hasValue(votes);
      }
    } finally {
      followers.shutdownNow();
    }
  }

  @Test
  void everyCityHasItsOwnAndWhatWasWrittenIsEscaped() {
    assertThat(text(null, 1)).isEqualTo("{\"city\":null,\"rows\":[1 rows, 1 votes]}");
    assertThat(text("Mitú", 1)).isEqualTo("{\"city\":\"Mitú\",\"rows\":[1 rows, 1 votes]}");
    assertThat(text("a\"}\\", 1)).startsWith("{\"city\":\"a\\\"}\\\\\",");
    assertThat(renderings).hasValue(3);
    assertThat(text("Mitú", 2)).contains("2 votes");
    assertThat(text(null, 1)).contains("1 votes");
    assertThat(renderings).as("the country has not changed").hasValue(4);
  }
}
