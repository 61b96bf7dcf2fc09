package co.anb.showcase.api.ranking;

import co.anb.showcase.api.platform.JsonConfig;
import co.anb.showcase.api.platform.RowCache;
import co.anb.showcase.service.ranking.RankingRow;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import java.util.List;

/** The ranking's rows in JSON. */
@ApplicationScoped
public class RankingRows {

  private RowCache<RankingRow> plain;
  private RowCache<RankingRow> rich;

  @PostConstruct
  void prepare() {
    Jsonb jsonb = JsonConfig.create();
    plain = new RowCache<>(row -> jsonb.toJson(RankingView.of(row)));
    rich = new RowCache<>(row -> jsonb.toJson(LeaderView.of(row)));
  }

  /** What the contest's statement names. */
  byte[] plain(List<RankingRow> rows) {
    return plain.array(rows);
  }

  /** With more about each player. */
  byte[] rich(List<RankingRow> rows) {
    return rich.array(rows);
  }
}
