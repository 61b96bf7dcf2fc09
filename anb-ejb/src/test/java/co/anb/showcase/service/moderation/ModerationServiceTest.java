package co.anb.showcase.service.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.platform.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators see of clips, on a real database. */
class ModerationServiceTest {

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private ModerationService moderation;
  private UUID older;
  private UUID newer;
  private UUID published;

  @BeforeEach
  void prepare() {
    moderation = database.services().make(ModerationService.class);
    UUID ana = database.account("Ana", "Cali", "PLAYER");
    UUID luz = database.account("Luz", "Bello", "PLAYER");
    older = database.clip(ana, "A 100% dunk", 20);
    newer = database.clip(luz, "A pass", 10);
    published = database.published(luz, "A dribble", 15);
    database.sql("insert into vote_delta (video_id, delta) values (?1, 3)", published);
  }

  @Test
  void clipsThatWaitForADecisionComeOldestFirstAllOthersNewestFirst() {
    assertThat(ids(ModerationState.PENDING, null, null)).containsExactly(older, newer);
    assertThat(ids(null, null, null)).containsExactly(newer, published, older);
  }

  @Test
  void aFilterChoosesByStateCityAndText() {
    assertThat(ids(ModerationState.PUBLISHED, null, null)).containsExactly(published);
    assertThat(ids(null, "cali", null)).containsExactly(older);
    assertThat(ids(null, null, "luz ru")).containsExactly(newer, published);
    // A sign of the pattern language is a letter like any other.
    assertThat(ids(null, null, "100%")).containsExactly(older);
    assertThat(ids(null, null, "1_0")).isEmpty();
  }

  @Test
  void aPageKnowsTheTotalAndEachClipItsVotes() {
    Page<ModeratedVideo> page = moderation.list(new ModerationQuery(null, null, null, 1, 1));

    assertThat(page.total()).isEqualTo(3);
    assertThat(page.rows())
        .singleElement()
        .satisfies(
            video -> {
              assertThat(video.id()).isEqualTo(published);
              assertThat(video.votes()).isEqualTo(3);
              assertThat(video.state()).isEqualTo(ModerationState.PUBLISHED);
              assertThat(video.ownerName()).isEqualTo("Luz Ruiz");
            });
  }

  private List<UUID> ids(ModerationState state, String city, String text) {
    return moderation.list(new ModerationQuery(state, city, text, 50, 0)).rows().stream()
        .map(ModeratedVideo::id)
        .toList();
  }
}
