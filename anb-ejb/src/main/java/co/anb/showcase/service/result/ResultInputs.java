package co.anb.showcase.service.result;

import co.anb.showcase.service.contest.Times;
import co.anb.showcase.service.jury.SubmittedSheet;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * All that a result is computed from, in one order whatever order it came in. The same inputs make
 * the same text, and the same text the same result.
 *
 * @param publicWeight of the public's part, from 0 to 1
 * @param juryWeight of the jury's part
 */
record ResultInputs(
    Instant takenAt,
    BigDecimal publicWeight,
    BigDecimal juryWeight,
    int winnersPerCity,
    List<Entrant> players,
    List<SubmittedSheet> sheets) {

  /** Of the arithmetic in {@link ResultCalculation}; another arithmetic is another number. */
  private static final int ALGORITHM = 1;

  // As text, for UUID compares its halves as signed numbers.
  private static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

  ResultInputs {
    publicWeight = publicWeight.stripTrailingZeros();
    juryWeight = juryWeight.stripTrailingZeros();
    players =
        players.stream()
            .map(ResultInputs::ordered)
            .sorted(Comparator.comparing(Entrant::id, BY_ID))
            .toList();
    sheets =
        sheets.stream()
            .sorted(
                Comparator.comparing(SubmittedSheet::videoId, BY_ID)
                    .thenComparing(SubmittedSheet::jurorId, BY_ID))
            .toList();
  }

  /**
   * Reads what {@link #canonical()} wrote.
   *
   * @throws RuntimeException if it is something else
   */
  static ResultInputs parse(String text) {
    JsonObject json;
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      json = reader.readObject();
    }
    if (json.getInt("algorithm") != ALGORITHM) {
      throw new IllegalArgumentException("Unknown algorithm " + json.getInt("algorithm"));
    }
    return new ResultInputs(
        Instant.parse(json.getString("taken_at")),
        json.getJsonNumber("public_weight").bigDecimalValue(),
        json.getJsonNumber("jury_weight").bigDecimalValue(),
        json.getInt("winners_per_city"),
        json.getJsonArray("players").getValuesAs(ResultInputs::entrant),
        json.getJsonArray("sheets").getValuesAs(ResultInputs::sheet));
  }

  /** JSON without spaces, members in a fixed order, lists by id. */
  String canonical() {
    JsonArrayBuilder entrants = Json.createArrayBuilder();
    players.forEach(player -> entrants.add(json(player)));
    JsonArrayBuilder scores = Json.createArrayBuilder();
    for (SubmittedSheet sheet : sheets) {
      scores.add(
          Json.createObjectBuilder()
              .add("video_id", sheet.videoId().toString())
              .add("juror_id", sheet.jurorId().toString())
              .add("total", BigDecimal.valueOf(sheet.total())));
    }
    return Json.createObjectBuilder()
        .add("algorithm", ALGORITHM)
        .add("taken_at", takenAt.toString())
        .add("public_weight", publicWeight)
        .add("jury_weight", juryWeight)
        .add("winners_per_city", winnersPerCity)
        .add("players", entrants)
        .add("sheets", scores)
        .build()
        .toString();
  }

  private static Entrant ordered(Entrant player) {
    return new Entrant(
        player.id(),
        player.city(),
        player.cityKey(),
        player.votes(),
        player.lastVoteAt(),
        player.clips().stream().sorted(BY_ID).toList());
  }

  private static JsonObjectBuilder json(Entrant player) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", player.id().toString())
            .add("city", player.city())
            .add("city_key", player.cityKey())
            .add("votes", player.votes())
            .add("last_vote_at", Times.json(player.lastVoteAt()));
    return json.add("clips", Json.createArrayBuilder(strings(player.clips())));
  }

  private static Collection<String> strings(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }

  private static Entrant entrant(JsonValue value) {
    JsonObject json = value.asJsonObject();
    return new Entrant(
        UUID.fromString(json.getString("id")),
        json.getString("city"),
        json.getString("city_key"),
        json.getJsonNumber("votes").longValueExact(),
        Times.instant(json.get("last_vote_at")),
        json.getJsonArray("clips").getValuesAs(JsonString.class).stream()
            .map(id -> UUID.fromString(id.getString()))
            .toList());
  }

  private static SubmittedSheet sheet(JsonValue value) {
    JsonObject json = value.asJsonObject();
    return new SubmittedSheet(
        UUID.fromString(json.getString("video_id")),
        UUID.fromString(json.getString("juror_id")),
        json.getJsonNumber("total").doubleValue());
  }
}
