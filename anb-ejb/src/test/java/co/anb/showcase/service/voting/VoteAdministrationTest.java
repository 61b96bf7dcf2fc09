package co.anb.showcase.service.voting;

import static co.anb.showcase.service.ServiceDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.platform.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators see of votes and do with them, on a real database. */
class VoteAdministrationTest {

  private static final VoteOrigin HOME = new VoteOrigin("192.0.2.1", "a browser");

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private VoteAdministration votes;
  private UUID player;
  private UUID fan;
  private UUID admin;
  private UUID clip;
  private UUID other;

  @BeforeEach
  void prepare() {
    votes = database.services().make(VoteAdministration.class);
    player = database.account("Ana", "Cali", "PLAYER");
    fan = database.account("Luz", "Bello", "PLAYER");
    admin = database.account("Sol", "Bello", "ADMIN");
    clip = database.published(player, "A dunk", 10);
    other = database.published(player, "A pass", 5);
    VotingService voting = database.services().make(VotingService.class);
    voting.vote(clip, fan, HOME);
    voting.vote(other, fan, HOME);
  }

  @Test
  void aVoteIsShownWithItsClipItsVoterAndItsOrigin() {
    Page<VoteRow> page = votes.votes(of(clip), 10, 0);

    assertThat(page.total()).isEqualTo(1);
    assertThat(page.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.videoId()).isEqualTo(clip);
              assertThat(row.title()).isEqualTo("A dunk");
              assertThat(row.playerId()).isEqualTo(player);
              assertThat(row.voterId()).isEqualTo(fan);
              assertThat(row.voterName()).isEqualTo("Luz Ruiz");
              assertThat(row.voterSince()).isEqualTo(NOW);
              assertThat(row.castAt()).isEqualTo(NOW);
              assertThat(List.of(row.network(), row.address(), row.agent()))
                  .doesNotHaveDuplicates()
                  .allMatch(hash -> hash.matches("[0-9a-f]{16}"));
              assertThat(row.voidedAt()).isNull();
              assertThat(row.voidedBy()).isNull();
              assertThat(row.voidReason()).isNull();
            });
  }

  @Test
  void aVoidedVoteIsShownWithWhoVoidedItAndCountsAgainWhenRestored() {
    VoteKey key = new VoteKey(clip, fan);

    Voiding voided = votes.voidVotes(List.of(key), "bought", admin);

    assertThat(voided.byVideo()).isEqualTo(Map.of(clip, 1L));
    assertThat(votes.votes(of(clip), 10, 0).rows())
        .extracting(VoteRow::voidedAt, VoteRow::voidedBy, VoteRow::voidReason)
        .containsExactly(tuple(NOW, admin, "bought"));
    assertThat(votes.voidVotes(List.of(key), "again", admin).votes()).isZero();
    assertThat(votes.restoreVotes(of(clip), "a mistake", admin).votes()).isEqualTo(1);
    assertThat(votes.votes(of(clip), 10, 0).rows()).extracting(VoteRow::voidedAt).containsNull();
  }

  @Test
  void aBatchCountsTheVotesOfEachClip() {
    Voiding voided = votes.voidVotes(ofPlayer(), "bought", admin);

    assertThat(voided.votes()).isEqualTo(2);
    assertThat(voided.byVideo()).isEqualTo(Map.of(clip, 1L, other, 1L));
  }

  @Test
  void whatHappenedToVotesComesLatestFirst() {
    votes.voidVotes(List.of(new VoteKey(clip, fan)), "bought", admin);

    Page<VoteEventRow> page =
        votes.events(clip, fan, null, NOW.minusSeconds(60), NOW.plusSeconds(60), 10, 0);

    assertThat(page.total()).isEqualTo(2);
    assertThat(page.rows())
        .extracting(
            VoteEventRow::kind,
            VoteEventRow::videoId,
            VoteEventRow::voterId,
            VoteEventRow::actorId,
            VoteEventRow::reason,
            VoteEventRow::at)
        .containsExactly(
            tuple(VoteEventKind.VOIDED, clip, fan, admin, "bought", NOW),
            tuple(VoteEventKind.CAST, clip, fan, null, null, NOW));
    VoteRow vote = votes.votes(of(clip), 10, 0).rows().get(0);
    assertThat(page.rows().get(1))
        .extracting(VoteEventRow::network, VoteEventRow::address, VoteEventRow::agent)
        .containsExactly(vote.network(), vote.address(), vote.agent());
    assertThat(page.rows().get(0).id()).isGreaterThan(page.rows().get(1).id());
  }

  private static VoteFilter of(UUID clip) {
    return filter(clip, null);
  }

  private VoteFilter ofPlayer() {
    return filter(null, player);
  }

  private static VoteFilter filter(UUID clip, UUID player) {
    return new VoteFilter(clip, player, null, null, null, null, null, null, null, null, null);
  }
}
