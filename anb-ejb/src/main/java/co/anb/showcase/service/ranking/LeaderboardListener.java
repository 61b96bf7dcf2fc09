package co.anb.showcase.service.ranking;

import java.util.List;

/** A subscriber to the top of a ranking. Its methods may block. */
public interface LeaderboardListener {

  /**
   * Takes the rows of now.
   *
   * @param version of the standings they are from
   * @return whether it wants more
   */
  boolean rows(long version, List<RankingRow> rows);

  /** There will be no more. */
  void close();
}
