package co.anb.showcase.api.ranking;

import co.anb.showcase.api.platform.JsonPage;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.ranking.RankingRow;
import co.anb.showcase.service.ranking.Standings;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a ranking.
 *
 * @param cityKey null for the whole country
 */
record RankingPart(String cityKey, Slice slice) {

  /** This part of these standings, its rows made into JSON. */
  JsonPage of(Standings standings, Function<List<RankingRow>, byte[]> json) {
    List<RankingRow> ranking = standings.ranking(cityKey);
    List<RankingRow> wanted = Standings.part(ranking, slice.limit(), slice.offset());
    return new JsonPage(json.apply(wanted), ranking.size());
  }
}
