package co.anb.showcase.api.ranking;

import co.anb.showcase.api.platform.JsonConfig;
import co.anb.showcase.api.platform.JsonPage;
import co.anb.showcase.api.platform.PageCache;
import co.anb.showcase.service.ranking.RankingRow;
import co.anb.showcase.service.ranking.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The ranking's rows as the contest's statement names them. */
@ApplicationScoped
public class RankingRows {

  private final Jsonb jsonb = JsonConfig.create();
  private final PageCache<RankingPart> pages = new PageCache<>();

  /** The part's rows as a JSON array. */
  JsonPage page(Standings standings, RankingPart part) {
    return pages.page(standings.version(), part, () -> part.of(standings, this::json));
  }

  private byte[] json(List<RankingRow> rows) {
    return jsonb
        .toJson(rows.stream().map(RankingView::of).toList())
        .getBytes(StandardCharsets.UTF_8);
  }
}
