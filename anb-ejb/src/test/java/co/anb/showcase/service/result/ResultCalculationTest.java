package co.anb.showcase.service.result;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.service.jury.ClipScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The arithmetic of the result, against tables worked out by hand. */
class ResultCalculationTest {

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final Instant ONE = Instant.parse("2026-03-10T13:00:00Z");

  private final List<Entrant> players = new ArrayList<>();
  private final Map<UUID, ClipScore> jury = new HashMap<>();

  /**
   * Weights 0.6 and 0.4, two winners a city. Bogotá's leader has 200 votes, Cali's 30, and nobody
   * in Tunja has any.
   */
  @Test
  void threeCitiesAsWorkedOutByHand() {
    player(1, "Bogotá", 200, NOON, 70); // 0.6 * 100 + 0.4 * 70
    player(2, "Bogotá", 150, NOON, 90); // 0.6 * 75 + 0.4 * 90
    player(3, "Bogotá", 50, NOON, 100); // 0.6 * 25 + 0.4 * 100
    player(4, "Bogotá", 0, null);
    player(5, "Cali", 30, ONE, 60); // 0.6 * 100 + 0.4 * 60
    player(6, "Cali", 20, ONE, 84); // 0.6 * 66.6667 + 0.4 * 84 = 73.60002
    player(7, "Cali", 20, NOON, 84); // the same, but reached an hour earlier
    player(8, "Cali", 15, NOON, 75); // 0.6 * 50 + 0.4 * 75
    player(9, "Cali", 18, NOON, 60); // 0.6 * 60 + 0.4 * 60: the same with less from the jury
    player(11, "Tunja", 0, null, 80); // 0.4 * 80
    player(10, "Tunja", 0, null, 80); // the same, an older account
    player(12, "Tunja", 0, null);

    assertThat(table(2))
        .containsExactly(
            "Bogotá 1 p1 100.0000 70.0000 88.0000 true",
            "Bogotá 2 p2 75.0000 90.0000 81.0000 true",
            "Bogotá 3 p3 25.0000 100.0000 55.0000 false",
            "Bogotá 4 p4 0.0000 0.0000 0.0000 false",
            "Cali 1 p5 100.0000 60.0000 84.0000 true",
            "Cali 2 p7 66.6667 84.0000 73.6000 true",
            "Cali 3 p6 66.6667 84.0000 73.6000 false",
            "Cali 4 p8 50.0000 75.0000 60.0000 false",
            "Cali 5 p9 60.0000 60.0000 60.0000 false",
            "Tunja 1 p10 0.0000 80.0000 32.0000 true",
            "Tunja 2 p11 0.0000 80.0000 32.0000 true",
            "Tunja 3 p12 0.0000 0.0000 0.0000 false");
  }

  @Test
  void theBestClipCountsForTheJuryAndAllForThePublic() {
    player(1, "Cali", 10, NOON, 40, 90.00005, 70);

    // 90.00005 is rounded half up before it is weighted.
    assertThat(table(3)).containsExactly("Cali 1 p1 100.0000 90.0001 96.0000 true");
  }

  @Test
  void whoHasNoPointDoesNotWin() {
    player(1, "Cali", 0, null);
    player(2, "Cali", 1, NOON);

    assertThat(table(3))
        .containsExactly(
            "Cali 1 p2 100.0000 0.0000 60.0000 true", "Cali 2 p1 0.0000 0.0000 0.0000 false");
  }

  @Test
  void citiesAreTheSameByTheirKey() {
    player(1, "Bogotá", 4, NOON);
    players.add(new Entrant(id(2), "BOGOTA", "bogotá".replace('á', 'a'), 2, NOON, List.of()));

    assertThat(table(1))
        .containsExactly(
            "Bogotá 1 p1 100.0000 0.0000 60.0000 true", "BOGOTA 2 p2 50.0000 0.0000 30.0000 false");
  }

  @Test
  void theOrderOfTheInputsDoesNotMatter() {
    for (int i = 1; i <= 40; i++) {
      player(i, i % 3 == 0 ? "Cali" : "Tunja", i % 5, i % 5 == 0 ? null : NOON, i % 7, i % 4);
    }
    List<String> ordered = table(3);

    Collections.shuffle(players, new Random(7));

    assertThat(table(3)).isEqualTo(ordered);
  }

  @Test
  void isReadAsItWasWritten() {
    player(1, "Bogotá", 3, NOON, 70);
    player(2, "Cali \"la sucursal\"", 0, null);
    ResultCalculation outcome = ResultCalculation.of(inputs(3), jury);

    assertThat(ResultCalculation.parse(outcome.canonical())).isEqualTo(outcome);
  }

  private void player(int number, String city, long votes, Instant lastVoteAt, double... scores) {
    List<UUID> clips = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      UUID clip = new UUID(number, i);
      clips.add(clip);
      jury.put(clip, new ClipScore(clip, scores[i], 2));
    }
    String key = city.toLowerCase(java.util.Locale.ROOT).replace('á', 'a');
    players.add(new Entrant(id(number), city, key, votes, lastVoteAt, clips));
  }

  /** The higher the number, the younger the account, across where UUID itself compares wrongly. */
  private static UUID id(int number) {
    return new UUID(0x7FFF_FFFF_FFFF_FFF5L + number, 0);
  }

  private ResultInputs inputs(int winners) {
    return new ResultInputs(
        NOON, new BigDecimal("0.6"), new BigDecimal("0.4"), winners, players, List.of());
  }

  private List<String> table(int winners) {
    return ResultCalculation.of(inputs(winners), jury).places().stream()
        .map(
            place ->
                "%s %d p%d %s %s %s %s"
                    .formatted(
                        place.city(),
                        place.position(),
                        place.playerId().getMostSignificantBits() - 0x7FFF_FFFF_FFFF_FFF5L,
                        place.publicShare(),
                        place.juryScore(),
                        place.combined(),
                        place.winner()))
        .toList();
  }
}
