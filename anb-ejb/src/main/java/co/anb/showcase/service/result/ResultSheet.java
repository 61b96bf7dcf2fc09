package co.anb.showcase.service.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A snapshot of the result, with the players' names as they are now.
 *
 * @param takenBy the administrator who closed the contest
 * @param publishedAt null while it is not public, or if another snapshot is
 * @param usernames by player; deleted accounts have none
 * @param verification whether it still comes out of its inputs; null if no check was requested
 */
public record ResultSheet(
    UUID id,
    String contest,
    Instant takenAt,
    UUID takenBy,
    Instant publishedAt,
    BigDecimal publicWeight,
    BigDecimal juryWeight,
    int winnersPerCity,
    String inputsDigest,
    String outcomeDigest,
    List<Placing> places,
    Map<UUID, String> usernames,
    Verification verification) {

  /**
   * What came of computing a result again.
   *
   * @param inputsIntact the stored inputs have the digest that was stored with them
   * @param outcomeReproduced the stored inputs give the stored outcome, and that has its digest
   */
  public record Verification(boolean inputsIntact, boolean outcomeReproduced) {}
}
