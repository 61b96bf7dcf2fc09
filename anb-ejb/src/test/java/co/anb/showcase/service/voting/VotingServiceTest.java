package co.anb.showcase.service.voting;

import static co.anb.showcase.service.ServiceDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.ranking.RankingRow;
import co.anb.showcase.service.ranking.StandingsSample;
import co.anb.showcase.service.ranking.Tally;
import co.anb.showcase.service.ranking.TallyChange;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Votes and their count, on a real database. */
class VotingServiceTest {

  private static final VoteOrigin HOME = new VoteOrigin("192.0.2.1", "a browser");

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private VotingService voting;
  private Tally tally;
  private UUID player;
  private UUID fan;
  private UUID clip;

  @BeforeEach
  void prepare() {
    voting = database.services().make(VotingService.class);
    tally = database.services().make(Tally.class);
    player = database.account("Ana", "Cali", "PLAYER");
    fan = database.account("Luz", "Bello", "PLAYER");
    clip = database.published(player, "A dunk", 10);
  }

  @Test
  void aVoteCountsOnceAndLeavesATrail() {
    assertThat(voting.vote(clip, fan, HOME)).isEqualTo(1);

    assertRefused(ProblemCode.ALREADY_VOTED, () -> voting.vote(clip, fan, HOME));
    assertThat(voting.votedFor(fan, List.of(clip, UUID.randomUUID()))).containsExactly(clip);
    assertThat(trail()).isEqualTo("CAST");
  }

  @Test
  void aVoteThatIsTakenBackIsGoneButItsTrailStays() {
    voting.vote(clip, fan, HOME);

    assertThat(voting.takeBack(clip, fan, HOME)).isZero();

    assertThat(voting.votedFor(fan)).isEmpty();
    assertRefused(ProblemCode.NOT_VOTED, () -> voting.takeBack(clip, fan, HOME));
    assertThat(trail()).isEqualTo("CAST TAKEN_BACK");
  }

  @Test
  void aVoteNeedsAPublishedClipOfSomebodyElseAndAnAccount() {
    UUID hidden = database.clip(player, "A secret", 5);

    assertRefused(ProblemCode.NOT_PUBLISHED, () -> voting.vote(hidden, fan, HOME));
    assertRefused(ProblemCode.VIDEO_NOT_FOUND, () -> voting.vote(UUID.randomUUID(), fan, HOME));
    assertRefused(ProblemCode.SELF_VOTE, () -> voting.vote(clip, player, HOME));
    assertRefused(ProblemCode.UNAUTHORIZED, () -> voting.vote(clip, UUID.randomUUID(), HOME));
  }

  @Test
  void theTallyHoldsVotesOfPublishedClipsAndFollowsChanges() {
    voting.vote(clip, fan, HOME);
    voting.vote(clip, database.account("Sol", "Bello", "PLAYER"), HOME);
    assertThat(tally.clip(clip).orElseThrow().votes()).isEqualTo(2);

    assertThat(tally.fold()).isEqualTo(1);

    TallyChange change = changes(0).get(0);
    assertThat(change.clip().orElseThrow().votes()).isEqualTo(2);
    assertThat(change.clip().orElseThrow().username()).isEqualTo("Ana Ruiz");
    assertThat(change.clip().orElseThrow().cityKey()).isEqualTo("cali");

    voting.takeBack(clip, fan, HOME);
    assertThat(tally.fold()).isEqualTo(1);

    assertThat(changes(change.version()).get(0).clip().orElseThrow().votes()).isEqualTo(1);
    assertThat(tally.clip(clip).orElseThrow().votes()).isEqualTo(1);
  }

  @Test
  void afterTheDeadlineVotesAreRefusedAndTheRankingStaysAsItIs() {
    database.vote(clip, fan, 60);
    database.sql(
        "update contest set voting_closes = ?1",
        OffsetDateTime.ofInstant(NOW.minusSeconds(30), ZoneOffset.UTC));
    UUID other = database.published(fan, "A pass", 5);

    assertRefused(ProblemCode.PHASE_CLOSED, () -> voting.vote(other, player, HOME));
    assertRefused(ProblemCode.PHASE_CLOSED, () -> voting.takeBack(clip, fan, HOME));

    assertThat(StandingsSample.of(database).ranking(null))
        .extracting(RankingRow::playerId, RankingRow::votes)
        .containsExactly(tuple(player, 1L), tuple(fan, 0L));
  }

  private List<TallyChange> changes(long version) {
    return tally.since(version).stream().filter(each -> each.videoId().equals(clip)).toList();
  }

  private Object trail() {
    return database.value(
        "select string_agg(kind, ' ' order by id) from vote_event where video_id = ?1", clip);
  }

  private static void assertRefused(ProblemCode code, ThrowingCallable use) {
    assertThatThrownBy(use)
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
