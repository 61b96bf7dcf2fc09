package co.anb.showcase.api.ranking;

import co.anb.showcase.service.ranking.RankingRow;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * The data of live events, rendered once for all who follow the same rows: a change of the ranking
 * is told to a thousand at the same moment.
 */
final class LeaderboardData {

  /** The city is what a client wrote, so the number of cities is not bounded. */
  private static final long MOST = 200;

  private final Cache<Asked, Rendered> newest = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Function<List<RankingRow>, byte[]> renderer;

  /**
   * @param renderer makes the JSON array of rows
   */
  LeaderboardData(Function<List<RankingRow>, byte[]> renderer) {
    this.renderer = renderer;
  }

  private record Asked(String city, int rows) {}

  private static final class Rendered {

    private final List<RankingRow> rows;
    private final byte[] json;

    Rendered(List<RankingRow> rows, byte[] json) {
      this.rows = rows;
      this.json = json;
    }

    boolean isOf(List<RankingRow> others) {
      return rows.equals(others);
    }
  }

  /**
   * A {@link LeaderboardView} as JSON in UTF-8; not to be written to.
   *
   * @param city as the client wrote it; null for the whole country
   */
  byte[] of(String city, List<RankingRow> rows) {
    Asked asked = new Asked(city, rows.size());
    Rendered last = newest.getIfPresent(asked);
    if (last == null || !last.isOf(rows)) {
      // Requests that come while it is being rendered wait for it here.
      last =
          newest
              .asMap()
              .compute(
                  asked, (key, now) -> now != null && now.isOf(rows) ? now : render(city, rows));
    }
    return last.json;
  }

  private Rendered render(String city, List<RankingRow> rows) {
    JsonValue name = city == null ? JsonValue.NULL : Json.createValue(city);
    var json = new ByteArrayOutputStream();
    json.writeBytes(("{\"city\":" + name + ",\"rows\":").getBytes(StandardCharsets.UTF_8));
    json.writeBytes(renderer.apply(rows));
    json.write('}');
    // A part of a list would keep all of the ranking in memory.
    return new Rendered(List.copyOf(rows), json.toByteArray());
  }
}
