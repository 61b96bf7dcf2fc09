package co.anb.showcase.api.ranking;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.JsonConfig;
import co.anb.showcase.api.platform.JsonPage;
import co.anb.showcase.api.platform.PageCache;
import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.ranking.RankingRow;
import co.anb.showcase.service.ranking.Standings;
import co.anb.showcase.service.result.Placing;
import co.anb.showcase.service.result.PublishedResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The ranking's rows with more about each player. The jury's scores join when they are public. */
@ApplicationScoped
public class LeaderViews {

  @Inject private ContestCalendar calendar;
  @Inject private PublishedResult result;
  @Inject private Links links;

  private final Jsonb jsonb = JsonConfig.create();
  private volatile Scored scored = scored(null, Map.of());

  /** The public result's scores, and the pages rendered with them; no result and none at first. */
  private record Scored(
      UUID resultId,
      Map<UUID, BigDecimal> scores,
      PageCache<RankingPart> pages,
      LeaderboardData live) {}

  /** The part's rows as a JSON array. */
  JsonPage page(Standings standings, RankingPart part) {
    Scored now = current();
    return now.pages()
        .page(
            standings.version(), part, () -> part.of(standings, rows -> json(rows, now.scores())));
  }

  private byte[] json(List<RankingRow> rows, Map<UUID, BigDecimal> scores) {
    return jsonb
        .toJson(rows.stream().map(row -> view(row, scores)).toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The data of a live event as JSON, the same bytes for all who are told the same.
   *
   * @param city as the client wrote it; null for the whole country
   */
  byte[] live(String city, List<RankingRow> rows) {
    return current().live().of(city, rows);
  }

  private Scored current() {
    ContestState contest = calendar.state();
    UUID shown = contest.publishedAt() == null ? null : contest.resultId();
    Scored last = scored;
    if (shown == null ? last.resultId() == null : shown.equals(last.resultId())) {
      return last;
    }
    Map<UUID, BigDecimal> scores =
        shown == null
            ? Map.of()
            : result.sheet().places().stream()
                .collect(Collectors.toMap(Placing::playerId, Placing::juryScore));
    scored = scored(shown, scores);
    return scored;
  }

  private Scored scored(UUID resultId, Map<UUID, BigDecimal> scores) {
    return new Scored(
        resultId, scores, new PageCache<>(), new LeaderboardData(rows -> json(rows, scores)));
  }

  private LeaderView view(RankingRow row, Map<UUID, BigDecimal> scores) {
    return LeaderView.of(
        row,
        links.avatar(row.playerId(), Optional.ofNullable(row.best().avatarAt())),
        scores.get(row.playerId()));
  }
}
