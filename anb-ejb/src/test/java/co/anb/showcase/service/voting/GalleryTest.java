package co.anb.showcase.service.voting;

import static co.anb.showcase.service.ranking.Sample.clip;
import static co.anb.showcase.service.ranking.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.ranking.Standings;
import co.anb.showcase.service.ranking.StandingsSample;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryTest {

  private final Standings standings =
      StandingsSample.of(
          List.of(clip(1, 1, "cali", 1, 1), clip(2, 2, "pasto", 5, 1), clip(13, 3, "cali", 2, 1)));

  private Page<PublishedClip> page(String city, String text, boolean byVotes) {
    return Gallery.page(standings, new GalleryQuery(city, text, null, byVotes, 2, 0));
  }

  @Test
  void newestFirstOrMostVotesFirst() {
    assertThat(page(null, null, false).rows())
        .extracting(PublishedClip::videoId)
        .containsExactly(id(1013), id(1002));
    assertThat(page(null, null, true).rows())
        .extracting(PublishedClip::videoId)
        .containsExactly(id(1002), id(1013));
    assertThat(page(null, null, true).total()).isEqualTo(3);
  }

  @Test
  void aCityAlone() {
    assertThat(page("cali", null, false).total()).isEqualTo(2);
    assertThat(page("tunja", null, false).rows()).isEmpty();
  }

  @Test
  void aPlayersOwnClips() {
    var query = new GalleryQuery(null, null, id(2), false, 10, 0);
    assertThat(Gallery.page(standings, query).rows())
        .extracting(PublishedClip::videoId)
        .containsExactly(id(1002));
  }

  @Test
  void aSearchOverlooksAccentsAndCaseAndReadsTitlesAndNames() {
    assertThat(page(null, "TITULO 13", false).rows())
        .extracting(PublishedClip::videoId)
        .containsExactly(id(1013));
    assertThat(page(null, "nunez 2", false).rows())
        .extracting(PublishedClip::videoId)
        .containsExactly(id(1002));
  }

  @Test
  void aSearchForNothingThatCanBeReadFindsNothing() {
    assertThat(page(null, "%", false).rows()).isEmpty();
  }
}
