package co.anb.showcase.service.ranking;

import static co.anb.showcase.service.ranking.Sample.clip;
import static co.anb.showcase.service.ranking.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandingsTest {

  @Test
  void allClipsOfAPlayerCountTogether() {
    var standings =
        new Standings(
            1,
            List.of(
                clip(1, 1, "cali", 3, 10), clip(2, 1, "cali", 2, 20), clip(3, 2, "cali", 4, 5)));
    List<RankingRow> ranking = standings.ranking(null);
    assertThat(ranking).extracting(RankingRow::playerId).containsExactly(id(1), id(2));
    assertThat(ranking).extracting(RankingRow::votes).containsExactly(5L, 4L);
    assertThat(ranking).extracting(RankingRow::position).containsExactly(1L, 2L);
    assertThat(ranking.get(0).best().videoId()).isEqualTo(id(1001));
  }

  @Test
  void ofEqualsWhoReachedTheNumberFirstStandsFirstThenTheOlderAccount() {
    var standings =
        new Standings(
            1,
            List.of(
                clip(1, 4, "cali", 2, 30),
                clip(2, 3, "cali", 2, 20),
                clip(3, 2, "cali", 0, null),
                clip(4, 1, "cali", 0, null),
                clip(5, 6, "cali", 2, 20)));
    assertThat(standings.ranking(null))
        .extracting(RankingRow::playerId)
        .containsExactly(id(3), id(6), id(4), id(1), id(2));
  }

  @Test
  void aCityHasPositionsOfItsOwn() {
    var standings =
        new Standings(
            1,
            List.of(
                clip(1, 1, "cali", 9, 1), clip(2, 2, "pasto", 8, 1), clip(3, 3, "pasto", 7, 1)));
    assertThat(standings.ranking("pasto"))
        .extracting(RankingRow::position, RankingRow::playerId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, id(2)),
            org.assertj.core.groups.Tuple.tuple(2L, id(3)));
    assertThat(standings.ranking("tunja")).isEmpty();
  }

  @Test
  void theOrderOfTheClipsDoesNotMatter() {
    var clips = new ArrayList<PublishedClip>();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      clips.add(clip(i, random.nextInt(60), "cali", random.nextInt(4), random.nextInt(5)));
    }
    List<RankingRow> ranking = new Standings(1, clips).ranking(null);
    Collections.shuffle(clips, random);
    assertThat(new Standings(1, clips).ranking(null)).isEqualTo(ranking);
  }

  @Test
  void clipsComeNewestFirstAndBestFirst() {
    var standings =
        new Standings(
            1,
            List.of(clip(1, 1, "cali", 1, 1), clip(2, 2, "cali", 5, 1), clip(3, 3, "cali", 1, 1)));
    assertThat(standings.newest())
        .extracting(PublishedClip::videoId)
        .containsExactly(id(1003), id(1002), id(1001));
    assertThat(standings.byVotes())
        .extracting(PublishedClip::videoId)
        .containsExactly(id(1002), id(1001), id(1003));
  }

  @Test
  void aPartBeyondTheEndIsEmpty() {
    List<Integer> all = List.of(1, 2, 3);
    assertThat(Standings.part(all, 2, 0)).containsExactly(1, 2);
    assertThat(Standings.part(all, 2, 2)).containsExactly(3);
    assertThat(Standings.part(all, 100, Integer.MAX_VALUE)).isEmpty();
  }
}
