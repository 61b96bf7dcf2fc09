package co.anb.showcase.service.result;

import co.anb.showcase.service.contest.Times;
import co.anb.showcase.service.jury.ClipScore;
import co.anb.showcase.service.jury.Normalisation;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The result: who stands where in which city. It depends on nothing but {@link ResultInputs}.
 *
 * <p>In a city, a player's public share is the votes in percent of the votes of the city's leader,
 * and the jury's score that of the player's best clip, normalised, from 0 to 100. Both are rounded
 * to four decimals, half up; weighted and added, they are rounded again. Ties are decided by the
 * jury's score, then the votes, then who had the last of them earlier, then the older account. The
 * first of a city win, as many as the settings say, but nobody without a point.
 *
 * @param places by city and position
 */
record ResultCalculation(List<Placing> places) {

  private static final int SCALE = 4;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(SCALE);

  private static final Comparator<Score> BEST_FIRST =
      Comparator.comparing(Score::combined, Comparator.reverseOrder())
          .thenComparing(Score::jury, Comparator.reverseOrder())
          .thenComparing(score -> score.player().votes(), Comparator.reverseOrder())
          .thenComparing(
              score -> score.player().lastVoteAt(), Comparator.nullsLast(Instant::compareTo))
          // Ids begin with the time of their making.
          .thenComparing(score -> score.player().id().toString());

  /** A player's points. */
  private record Score(
      Entrant player, BigDecimal publicShare, BigDecimal jury, BigDecimal combined) {}

  ResultCalculation {
    places = List.copyOf(places);
  }

  /** Computes the result. */
  static ResultCalculation of(ResultInputs inputs) {
    return of(inputs, Normalisation.scores(inputs.sheets()));
  }

  /** Computes the result from what the jury's sheets amount to, clip by clip. */
  static ResultCalculation of(ResultInputs inputs, Map<UUID, ClipScore> jury) {
    Map<String, List<Entrant>> cities =
        inputs.players().stream()
            .collect(Collectors.groupingBy(Entrant::cityKey, TreeMap::new, Collectors.toList()));
    List<Placing> places = new ArrayList<>();
    cities.values().forEach(players -> places.addAll(city(inputs, players, jury)));
    return new ResultCalculation(places);
  }

  private static List<Placing> city(
      ResultInputs inputs, List<Entrant> players, Map<UUID, ClipScore> jury) {
    long most = players.stream().mapToLong(Entrant::votes).max().orElse(0);
    List<Score> scores =
        players.stream()
            .map(player -> score(inputs, player, most, jury))
            .sorted(BEST_FIRST)
            .toList();
    List<Placing> places = new ArrayList<>();
    for (Score score : scores) {
      int position = places.size() + 1;
      boolean winner = position <= inputs.winnersPerCity() && score.combined().signum() > 0;
      places.add(place(position, score, winner));
    }
    return places;
  }

  private static Score score(
      ResultInputs inputs, Entrant player, long most, Map<UUID, ClipScore> scores) {
    BigDecimal share = share(player.votes(), most);
    BigDecimal jury =
        player.clips().stream()
            .filter(scores::containsKey)
            .map(clip -> BigDecimal.valueOf(scores.get(clip).score()))
            .max(Comparator.naturalOrder())
            .orElse(BigDecimal.ZERO)
            .setScale(SCALE, RoundingMode.HALF_UP);
    BigDecimal combined =
        inputs
            .publicWeight()
            .multiply(share)
            .add(inputs.juryWeight().multiply(jury))
            .setScale(SCALE, RoundingMode.HALF_UP);
    return new Score(player, share, jury, combined);
  }

  private static BigDecimal share(long votes, long most) {
    return most == 0
        ? NOTHING
        : BigDecimal.valueOf(votes)
            .multiply(ALL)
            .divide(BigDecimal.valueOf(most), SCALE, RoundingMode.HALF_UP);
  }

  private static Placing place(int position, Score score, boolean winner) {
    Entrant player = score.player();
    return new Placing(
        position,
        player.id(),
        player.city(),
        player.cityKey(),
        player.votes(),
        player.lastVoteAt(),
        score.publicShare(),
        score.jury(),
        score.combined(),
        winner);
  }

  /** Reads what {@link #canonical()} wrote. */
  static ResultCalculation parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return new ResultCalculation(
          reader.readObject().getJsonArray("places").getValuesAs(ResultCalculation::place));
    }
  }

  /** JSON without spaces, members in a fixed order. */
  String canonical() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Placing place : places) {
      array.add(
          Json.createObjectBuilder()
              .add("city_key", place.cityKey())
              .add("city", place.city())
              .add("position", place.position())
              .add("player_id", place.playerId().toString())
              .add("votes", place.votes())
              .add("last_vote_at", Times.json(place.lastVoteAt()))
              .add("public_share", place.publicShare())
              .add("jury_score", place.juryScore())
              .add("combined", place.combined())
              .add("winner", place.winner()));
    }
    return Json.createObjectBuilder().add("places", array).build().toString();
  }

  private static Placing place(JsonValue value) {
    JsonObject json = value.asJsonObject();
    return new Placing(
        json.getInt("position"),
        UUID.fromString(json.getString("player_id")),
        json.getString("city"),
        json.getString("city_key"),
        json.getJsonNumber("votes").longValueExact(),
        Times.instant(json.get("last_vote_at")),
        json.getJsonNumber("public_share").bigDecimalValue(),
        json.getJsonNumber("jury_score").bigDecimalValue(),
        json.getJsonNumber("combined").bigDecimalValue(),
        json.getBoolean("winner"));
  }
}
