package co.anb.showcase.api.ranking;

import co.anb.showcase.service.ranking.LeaderboardListener;
import co.anb.showcase.service.ranking.RankingRow;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;

/** Writes the top of a ranking as server-sent events. */
final class LeaderboardStream implements LeaderboardListener {

  private static final int RECONNECT_MILLIS = 2_000;

  private final String city;
  private final LeaderViews leaders;
  private final SseEventSink sink;
  private final Sse sse;

  LeaderboardStream(String city, LeaderViews leaders, SseEventSink sink, Sse sse) {
    this.city = city;
    this.leaders = leaders;
    this.sink = sink;
    this.sse = sse;
  }

  /**
   * Blocks its own thread while the client does not read, until the server gives the connection up.
   */
  @Override
  public boolean rows(long version, List<RankingRow> rows) {
    return !sink.isClosed()
        && !sink.send(
                sse.newEventBuilder()
                    .name("leaderboard")
                    .id(Long.toString(version))
                    .reconnectDelay(RECONNECT_MILLIS)
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(byte[].class, leaders.live(city, rows))
                    .build())
            .toCompletableFuture()
            .isCompletedExceptionally();
  }

  @Override
  public void close() {
    sink.close();
  }
}
