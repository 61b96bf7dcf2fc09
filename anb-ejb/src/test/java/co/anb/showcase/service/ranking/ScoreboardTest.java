package co.anb.showcase.service.ranking;

import static co.anb.showcase.service.ServiceDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import co.anb.showcase.service.ServiceDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ranking, on a real database. */
class ScoreboardTest {

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private UUID ana;
  private UUID luz;
  private UUID sol;
  private UUID clipOfAna;
  private UUID clipOfLuz;
  private UUID clipOfSol;

  @BeforeEach
  void prepare() {
    ana = database.account("Ana", "Cali", "PLAYER");
    luz = database.account("Luz", "Pasto", "PLAYER");
    sol = database.account("Sol", "Cali", "PLAYER");
    clipOfAna = database.published(ana, "A dunk", 30);
    clipOfLuz = database.published(luz, "A pass", 20);
    clipOfSol = database.published(sol, "A block", 10);
  }

  @Test
  void allClipsOfAPlayerCountTogetherAndTheBestOneIsShown() {
    UUID second = database.published(ana, "Another dunk", 5);
    votes(clipOfAna, 1);
    votes(second, 2);
    votes(clipOfLuz, 2);

    assertThat(ranking(null))
        .extracting(RankingRow::playerId, RankingRow::votes)
        .containsExactly(tuple(ana, 3L), tuple(luz, 2L), tuple(sol, 0L));
    assertThat(ranking(null).get(0).best().videoId()).isEqualTo(second);
    assertThat(ranking(null).get(0).username()).isEqualTo("Ana Ruiz");
  }

  @Test
  void ofEqualsTheFirstToReachTheNumberStandsFirst() {
    database.vote(clipOfSol, voter(), 100);
    database.vote(clipOfAna, voter(), 200);
    database.vote(clipOfLuz, voter(), 300);

    assertThat(ranking(null))
        .extracting(RankingRow::playerId, RankingRow::position)
        .containsExactly(tuple(luz, 1L), tuple(ana, 2L), tuple(sol, 3L));
    assertThat(ranking(null).get(0).lastVoteAt()).isEqualTo(NOW.minusSeconds(300));
  }

  @Test
  void ofEqualsAtTheSameMomentTheOlderAccountStandsFirst() {
    database.vote(clipOfSol, voter(), 100);
    database.vote(clipOfAna, voter(), 100);

    assertThat(players()).containsExactly(ana, sol, luz);
  }

  @Test
  void aVoidedVoteDoesNotCountAndItsMomentIsForgotten() {
    UUID bought = voter();
    database.vote(clipOfAna, voter(), 300);
    database.vote(clipOfSol, voter(), 200);
    database.vote(clipOfAna, bought, 100);
    assertThat(players()).startsWith(ana, sol);

    voided(bought, true);

    assertThat(ranking(null))
        .extracting(RankingRow::playerId, RankingRow::votes)
        .startsWith(tuple(ana, 1L), tuple(sol, 1L));
    assertThat(ranking(null).get(0).lastVoteAt()).isEqualTo(NOW.minusSeconds(300));

    voided(bought, false);

    assertThat(ranking(null).get(0).votes()).isEqualTo(2);
  }

  @Test
  void aCityHasPositionsOfItsOwnAndAPlayerMovesWithTheAccount() {
    votes(clipOfLuz, 3);
    votes(clipOfSol, 1);
    assertThat(ranking("cali"))
        .extracting(RankingRow::position, RankingRow::playerId)
        .containsExactly(tuple(1L, sol), tuple(2L, ana));
    assertThat(ranking("tunja")).isEmpty();

    database.sql("update account set city = 'Pasto', city_key = 'pasto' where id = ?1", sol);

    assertThat(ranking("cali")).extracting(RankingRow::playerId).containsExactly(ana);
    assertThat(ranking("pasto"))
        .extracting(RankingRow::playerId, RankingRow::city)
        .containsExactly(tuple(luz, "Pasto"), tuple(sol, "Pasto"));
  }

  @Test
  void pagesJoinToTheWholeRankingAlsoAcrossTies() {
    for (int i = 0; i < 7; i++) {
      database.published(database.account("Player " + i, "Cali", "PLAYER"), "A shot", i);
    }
    List<RankingRow> whole = ranking(null);

    List<RankingRow> joined = new ArrayList<>();
    for (int offset = 0; offset < 12; offset += 3) {
      joined.addAll(Standings.part(ranking(null), 3, offset));
    }

    assertThat(whole).hasSize(10).extracting(RankingRow::position).startsWith(1L, 2L, 3L);
    assertThat(joined).isEqualTo(whole);
  }

  @Test
  void aClipThatIsNotPublicGivesNoPlaceUntilItIsPublicAgain() {
    UUID pia = database.account("Pia", "Cali", "PLAYER");
    database.clip(pia, "Not published", 5);
    votes(clipOfAna, 2);
    assertThat(players()).containsExactly(ana, luz, sol);

    database.sql(
        "update video set published_at = null, withheld_at = now(), withheld_by = ?2,"
            + " withheld_reason = 'x' where id = ?1",
        clipOfAna,
        luz);
    assertThat(players()).containsExactly(luz, sol);

    database.sql(
        "update video set published_at = uploaded_at, withheld_at = null, withheld_by = null,"
            + " withheld_reason = null where id = ?1",
        clipOfAna);
    assertThat(ranking(null))
        .extracting(RankingRow::playerId, RankingRow::votes)
        .startsWith(tuple(ana, 2L));
  }

  @Test
  void aDeletedClipGivesNoPlace() {
    votes(clipOfAna, 2);
    assertThat(players()).startsWith(ana);

    database.sql("delete from video where id = ?1", clipOfAna);

    assertThat(players()).containsExactly(luz, sol);
  }

  /** Disabling ends sessions. Clips are withheld one by one, with a reason. */
  @Test
  void aDisabledPlayerKeepsThePlace() {
    votes(clipOfAna, 1);

    database.sql("update account set disabled_at = now() where id = ?1", ana);

    assertThat(players()).startsWith(ana);
  }

  @Test
  void afterTheSnapshotTheDatabaseItselfRefusesVotes() {
    UUID result = UUID.randomUUID();
    database.sql(
        "insert into contest_result (id, taken_at, taken_by, inputs, inputs_digest, outcome,"
            + " outcome_digest) values (?1, now(), ?2, '', '', '', '')",
        result,
        ana);
    database.sql("update contest set result_id = ?1", result);

    UUID fan = voter();
    assertThatThrownBy(() -> database.vote(clipOfSol, fan, 0))
        .hasStackTraceContaining("the contest is closed");
  }

  private List<RankingRow> ranking(String cityKey) {
    return StandingsSample.of(database).ranking(cityKey);
  }

  private List<UUID> players() {
    return ranking(null).stream().map(RankingRow::playerId).toList();
  }

  private UUID voter() {
    return database.account("Fan", "Bello", "PLAYER");
  }

  private void votes(UUID clip, int count) {
    Stream.generate(this::voter).limit(count).forEach(voter -> database.vote(clip, voter, 60));
  }

  private void voided(UUID voter, boolean voided) {
    database.sql(
        voided
            ? "update vote set voided_at = now(), voided_by = ?1, void_reason = 'x'"
                + " where voter_id = ?1"
            : "update vote set voided_at = null, voided_by = null, void_reason = null"
                + " where voter_id = ?1",
        voter);
  }
}
