package co.anb.showcase.api.ranking;

import co.anb.showcase.api.platform.JsonConfig;
import co.anb.showcase.api.platform.RowCache;
import co.anb.showcase.service.ranking.RankingRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import java.util.List;

/** The ranking's rows as the contest's statement names them. */
@ApplicationScoped
public class RankingRows {

  private final Jsonb jsonb = JsonConfig.create();
  private final RowCache<RankingRow> rows =
      new RowCache<>(row -> jsonb.toJson(RankingView.of(row)));

  /** The rows as a JSON array. */
  byte[] array(List<RankingRow> wanted) {
    return rows.array(wanted);
  }
}
