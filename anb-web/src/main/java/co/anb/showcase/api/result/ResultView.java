package co.anb.showcase.api.result;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.result.Placing;
import co.anb.showcase.service.result.ResultSheet;
import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result.
 *
 * @param publishedAt left out while it is not public
 * @param inputsDigest SHA-256 of what it was computed from, hexadecimal
 * @param outcomeDigest SHA-256 of what came out
 * @param takenBy who closed the contest; for administrators only
 * @param verification of a computation made now from the stored inputs; for administrators only
 */
public record ResultView(
    UUID resultId,
    String contest,
    Instant takenAt,
    Instant publishedAt,
    BigDecimal publicWeight,
    BigDecimal juryWeight,
    int winnersPerCity,
    String inputsDigest,
    String outcomeDigest,
    UUID takenBy,
    Verified verification,
    List<CityResult> cities) {

  /**
   * What came of computing the result again.
   *
   * @param inputsIntact the inputs have their digest
   * @param outcomeReproduced they give the same outcome, and that has its digest
   */
  public record Verified(boolean inputsIntact, boolean outcomeReproduced) {}

  /** A city's players, the best first. */
  public record CityResult(String city, String cityKey, List<Standing> players) {}

  /**
   * A player's place.
   *
   * @param username null if the account is deleted
   * @param publicShare votes in percent of those of the city's leader
   * @param juryScore of the best clip, 0 to 100
   */
  @JsonbNillable
  public record Standing(
      int position,
      UUID playerId,
      @Schema(nullable = true) String username,
      long votes,
      Instant lastVoteAt,
      BigDecimal publicShare,
      BigDecimal juryScore,
      BigDecimal combined,
      boolean winner) {}

  /** As administrators see it. */
  public static ResultView full(ResultSheet sheet) {
    Verified verified =
        sheet.verification() == null
            ? null
            : new Verified(
                sheet.verification().inputsIntact(), sheet.verification().outcomeReproduced());
    return of(sheet, sheet.takenBy(), verified);
  }

  /** As everybody sees it. */
  static ResultView open(ResultSheet sheet) {
    return of(sheet, null, null);
  }

  private static ResultView of(ResultSheet sheet, UUID takenBy, Verified verified) {
    Map<String, List<Placing>> cities =
        sheet.places().stream()
            .collect(Collectors.groupingBy(Placing::cityKey, TreeMap::new, Collectors.toList()));
    return new ResultView(
        sheet.id(),
        sheet.contest(),
        Times.shown(sheet.takenAt()),
        Times.shown(sheet.publishedAt()),
        sheet.publicWeight(),
        sheet.juryWeight(),
        sheet.winnersPerCity(),
        sheet.inputsDigest(),
        sheet.outcomeDigest(),
        takenBy,
        verified,
        cities.values().stream().map(places -> city(places, sheet.usernames())).toList());
  }

  private static CityResult city(List<Placing> places, Map<UUID, String> usernames) {
    Placing first = places.get(0);
    return new CityResult(
        first.city(),
        first.cityKey(),
        places.stream().map(place -> standing(place, usernames.get(place.playerId()))).toList());
  }

  private static Standing standing(Placing place, String username) {
    return new Standing(
        place.position(),
        place.playerId(),
        username,
        place.votes(),
        Times.shown(place.lastVoteAt()),
        place.publicShare(),
        place.juryScore(),
        place.combined(),
        place.winner());
  }
}
