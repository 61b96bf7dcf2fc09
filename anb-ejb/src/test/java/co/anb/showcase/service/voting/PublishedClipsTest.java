package co.anb.showcase.service.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.ranking.StandingsSample;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gallery, on a real database. */
class PublishedClipsTest {

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private UUID ana;
  private UUID luz;
  private UUID oldest;
  private UUID middle;
  private UUID newest;
  private UUID hidden;

  @BeforeEach
  void prepare() {
    ana = database.account("Ana", "Cali", "PLAYER");
    luz = database.account("Luz", "Pasto", "PLAYER");
    oldest = database.published(ana, "Triple al 100%", 30);
    middle = database.published(luz, "Bandeja_1", 20);
    newest = database.published(ana, "Último tiro", 10);
    hidden = database.clip(luz, "Borrador", 5);
  }

  @Test
  void onlyPublishedClipsAreShownNewestFirst() {
    assertThat(all(false)).containsExactly(newest, middle, oldest);
    assertThat(page(null, null, null, false, 50, 0).rows().get(0))
        .satisfies(
            clip -> {
              assertThat(clip.username()).isEqualTo("Ana Ruiz");
              assertThat(clip.city()).isEqualTo("Cali");
              assertThat(clip.durationMillis()).isEqualTo(30_000);
              assertThat(clip.votes()).isZero();
            });
  }

  @Test
  void orMostVotesFirstOfEqualsTheOneThatWasPublishedFirst() {
    database.vote(middle, ana, 60);

    assertThat(all(true)).containsExactly(middle, oldest, newest);
  }

  @Test
  void pagesJoinToTheWholeListAlsoAcrossTies() {
    for (int i = 0; i < 5; i++) {
      database.published(luz, "Repetición", 15);
    }
    for (boolean byVotes : List.of(true, false)) {
      List<UUID> joined = new ArrayList<>();
      for (int offset = 0; offset < 10; offset += 3) {
        Page<PublishedClip> page = page(null, null, null, byVotes, 3, offset);
        assertThat(page.total()).isEqualTo(8);
        joined.addAll(ids(page));
      }
      assertThat(joined).isEqualTo(all(byVotes)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aFilterChoosesByCityPlayerAndTextTogether() {
    assertThat(ids(page("cali", null, null, false, 50, 0))).containsExactly(newest, oldest);
    assertThat(ids(page("tunja", null, null, false, 50, 0))).isEmpty();
    assertThat(ids(page(null, null, luz, false, 50, 0))).containsExactly(middle);
    assertThat(ids(page("cali", "tiro", ana, false, 50, 0))).containsExactly(newest);
    assertThat(ids(page("pasto", "tiro", null, false, 50, 0))).isEmpty();
  }

  @Test
  void aSearchKnowsNoWildcards() {
    assertThat(found("100%")).containsExactly(oldest);
    assertThat(found("1%0")).isEmpty();
    assertThat(found("bandeja_1")).containsExactly(middle);
    assertThat(found("bandej_")).containsExactly(middle);
    assertThat(found("b_ndeja")).isEmpty();
    assertThat(found("%")).isEmpty();
    assertThat(found("_")).isEmpty();
    assertThat(found("\\")).isEmpty();
  }

  @Test
  void aSearchReadsTitlesAndNamesWithoutAccentsAndFollowsTheirChanges() {
    assertThat(found("ULTIMO")).containsExactly(newest);
    assertThat(found("luz ru")).containsExactly(middle);

    database.sql("update video set title = 'Mate' where id = ?1", newest);
    database.sql("update account set first_name = 'Inés' where id = ?1", luz);

    assertThat(found("ultimo")).isEmpty();
    assertThat(found("máte")).containsExactly(newest);
    assertThat(found("ines")).containsExactly(middle);
  }

  @Test
  void aClipThatIsTakenDownOrDeletedIsGone() {
    assertThat(all(false)).containsExactly(newest, middle, oldest);

    database.sql("update video set published_at = null where id = ?1", newest);
    database.sql("delete from video where id = ?1", oldest);

    assertThat(all(false)).containsExactly(middle);
    assertThat(page("cali", null, null, false, 50, 0).total()).isZero();
  }

  /** Disabling ends sessions. Clips are withheld one by one, with a reason. */
  @Test
  void clipsOfADisabledPlayerStay() {
    database.sql("update account set disabled_at = now() where id = ?1", ana);

    assertThat(all(false)).containsExactly(newest, middle, oldest);
  }

  @Test
  void oneClipHasItsVotesAtOnceAndSaysWhetherTheReaderVoted() {
    VotingService voting = database.services().make(VotingService.class);
    assertThat(voting.one(oldest, luz).userVote()).isFalse();

    database.vote(oldest, luz, 60);

    assertThat(voting.one(oldest, luz).userVote()).isTrue();
    assertThat(voting.one(oldest, luz).clip().votes()).isEqualTo(1);
    assertThat(voting.one(oldest, null).userVote()).isNull();
    assertThatThrownBy(() -> voting.one(hidden, luz))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.VIDEO_NOT_FOUND));
  }

  @Test
  void ownVotesComeLatestFirst() {
    VotingService voting = database.services().make(VotingService.class);
    UUID fan = database.account("Sol", "Bello", "PLAYER");
    database.vote(middle, fan, 20);
    database.vote(oldest, fan, 10);
    database.vote(newest, fan, 30);

    assertThat(voting.votedFor(fan)).containsExactly(oldest, middle, newest);
    assertThat(voting.votedFor(fan, List.of(newest, hidden))).containsExactly(newest);
  }

  private List<UUID> all(boolean byVotes) {
    return ids(page(null, null, null, byVotes, 50, 0));
  }

  private List<UUID> found(String text) {
    return ids(page(null, text, null, false, 50, 0));
  }

  private Page<PublishedClip> page(
      String cityKey, String text, UUID player, boolean byVotes, int limit, int offset) {
    return Gallery.page(
        StandingsSample.of(database),
        new GalleryQuery(cityKey, text, player, byVotes, limit, offset));
  }

  private static List<UUID> ids(Page<PublishedClip> page) {
    return page.rows().stream().map(PublishedClip::videoId).toList();
  }
}
