package co.anb.showcase.service.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A player's own clips, on a real database. */
class VideoServiceTest {

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private VideoService videos;
  private UUID player;
  private UUID older;
  private UUID newer;

  @BeforeEach
  void prepare() {
    videos = database.services().make(VideoService.class);
    player = database.account("Ana", "Cali", "PLAYER");
    newer = database.clip(player, "A pass", 5);
    older = database.published(player, "A dunk", 10);
    database.published(database.account("Luz", "Bello", "PLAYER"), "Another's", 7);
    database.sql(
        "insert into video_tally (video_id, votes, version) values (?1, 4, 1000000)", older);
  }

  @Test
  void ownClipsComeInTheOrderThatWasAskedFor() {
    assertThat(videos.own(player, false, 10, 0).rows())
        .extracting(row -> row.video().id())
        .containsExactly(older, newer);
    assertThat(videos.own(player, true, 10, 0).rows())
        .extracting(row -> row.video().id())
        .containsExactly(newer, older);
  }

  @Test
  void aPageKnowsHowManyThereAre() {
    assertThat(videos.own(player, false, 1, 1).total()).isEqualTo(2);
    assertThat(videos.own(player, false, 10, 0).total()).isEqualTo(2);
  }

  @Test
  void aClipHasItsVotesAndBelongsToItsOwner() {
    assertThat(videos.detail(older, player).votes()).isEqualTo(4);
    assertThat(videos.detail(newer, player).votes()).isZero();
    assertRefused(ProblemCode.FORBIDDEN, older, UUID.randomUUID());
    assertRefused(ProblemCode.VIDEO_NOT_FOUND, UUID.randomUUID(), player);
  }

  private void assertRefused(ProblemCode code, UUID clip, UUID reader) {
    assertThatThrownBy(() -> videos.detail(clip, reader))
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
