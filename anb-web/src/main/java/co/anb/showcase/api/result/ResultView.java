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
    @Schema(name = "result_id", implementation = String.class, format = "uuid") UUID resultId,
    @Schema(name = "contest") String contest,
    @Schema(name = "taken_at", implementation = String.class, format = "date-time") Instant takenAt,
    @Schema(name = "published_at", implementation = String.class, format = "date-time")
        Instant publishedAt,
    @Schema(name = "public_weight") BigDecimal publicWeight,
    @Schema(name = "jury_weight") BigDecimal juryWeight,
    @Schema(name = "winners_per_city") int winnersPerCity,
    @Schema(name = "inputs_digest") String inputsDigest,
    @Schema(name = "outcome_digest") String outcomeDigest,
    @Schema(name = "taken_by", implementation = String.class, format = "uuid") UUID takenBy,
    Verified verification,
    List<CityResult> cities) {

  /**
   * What came of computing the result again.
   *
   * @param inputsIntact the inputs have their digest
   * @param outcomeReproduced they give the same outcome, and that has its digest
   */
  public record Verified(
      @Schema(name = "inputs_intact") boolean inputsIntact,
      @Schema(name = "outcome_reproduced") boolean outcomeReproduced) {}

  /** A city's players, the best first. */
  public record CityResult(
      @Schema(name = "city") String city,
      @Schema(name = "city_key") String cityKey,
      List<Standing> players) {}

  /**
   * A player's place.
   *
   * @param username null if the account is deleted
   * @param publicShare votes in percent of those of the city's leader
   * @param juryScore of the best clip, 0 to 100
   */
  @JsonbNillable
  public record Standing(
      @Schema(name = "position") int position,
      @Schema(name = "player_id", implementation = String.class, format = "uuid") UUID playerId,
      @Schema(name = "username", nullable = true) String username,
      @Schema(name = "votes") long votes,
      @Schema(name = "last_vote_at", implementation = String.class, format = "date-time")
          Instant lastVoteAt,
      @Schema(name = "public_share") BigDecimal publicShare,
      @Schema(name = "jury_score") BigDecimal juryScore,
      @Schema(name = "combined") BigDecimal combined,
      @Schema(name = "winner") boolean winner) {}

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
