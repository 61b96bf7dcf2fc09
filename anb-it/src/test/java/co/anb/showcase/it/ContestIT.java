package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole contest, from before its beginning to the published result: three cities, twelve players,
 * four jurors, deadlines that an administrator moves.
 */
@ExtendWith(RunningStack.class)
class ContestIT {

  private static final String ADMIN = "/api/admin/contest";

  private final Contest contest;
  private final LocalStack stack;
  private final Map<Integer, String> players = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Integer, String> clips = new LinkedHashMap<>();

  private Database database;
  private Person admin;
  private Person fan;
  private Path notAClip;

  ContestIT(Contest contest, LocalStack stack) {
    this.contest = contest;
    this.stack = stack;
  }

  @BeforeEach
  void begin(@TempDir Path folder) throws Exception {
    notAClip = Files.writeString(folder.resolve("clip.mp4"), "not a clip");
    database = new Database(stack);
    Person joined = contest.join("Directora", "Guapi");
    database.update("update account set role = 'ADMIN' where id = ?", joined.id());
    admin =
        new Person(
            joined.id(),
            joined.email(),
            contest.login(joined.email()),
            joined.firstName(),
            joined.lastName());
    fan = contest.join("Hinchada", "Guapi");
  }

  /** The other tests find the contest as it was: without an end. */
  @AfterEach
  void openAgain() throws Exception {
    database.update(
        "update contest set version = version + 1, submission_opens = null, submission_closes ="
            + " null, voting_opens = null, voting_closes = null, publish_mode = 'AUTO', self_vote ="
            + " true, public_weight = 0.5, jury_weight = 0.5, winners_per_city = 3, result_id ="
            + " null, published_at = null");
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> state().getString("phase").equals("submission"));
  }

  @Test
  void fromDraftToAResultThatAnybodyCanCheck() throws Exception {
    enrol();

    theBeginning();
    theDeadlines();
    theVotes();
    theScores();
    JsonObject first = theClosing();
    theSnapshot(first);
    JsonObject second = theReopening(first);
    thePublication(second);
    theTrail();
  }

  @Test
  void noVoteIsLostAndNoneComesAfterTheSnapshot() throws Exception {
    player(1, "Istmina");
    List<CompletableFuture<Integer>> crowds =
        IntStream.range(0, 3)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> voteUntilRefused(clips.get(1))))
            .toList();
    await().atMost(Duration.ofSeconds(30)).until(() -> votes(clips.get(1)) > 100);

    JsonObject result =
        ok(contest.postText(ADMIN + "/close", "{\"force\":true,\"reason\":\"Test\"}", token()));

    int accepted = 0;
    for (CompletableFuture<Integer> crowd : crowds) {
      accepted += crowd.get(30, TimeUnit.SECONDS);
    }
    assertThat(votes(clips.get(1))).isEqualTo(accepted);
    assertThat(places(result, "istmina").get(0)).startsWith("1 p1 %d ".formatted(accepted));
  }

  private void theBeginning() {
    JsonObject open = state();
    assertThat(open.getString("phase")).isEqualTo("submission");
    assertThat(open.getBoolean("uploads_open")).isTrue();
    assertThat(open.getBoolean("voting_open")).isTrue();
    assertThat(open.getBoolean("judging_open")).isTrue();
    assertThat(open.isNull("voting_until")).isTrue();
    assertThat(open.getString("time_zone")).isEqualTo("America/Bogota");
    assertThat(open.getJsonObject("rules").getString("publish_mode")).isEqualTo("auto");

    assertThat(contest.get(ADMIN, null).status()).isEqualTo(401);
    assertThat(contest.get(ADMIN, fan.token()).status()).isEqualTo(403);
    assertThat(contest.putText(ADMIN, "{}", fan.token()).status()).isEqualTo(403);
    assertThat(contest.post(ADMIN + "/close", fan.token()).status()).isEqualTo(403);
    assertThat(contest.get("/api/public/result", null).status()).isEqualTo(404);
  }

  private void theDeadlines() {
    JsonObject settings = ok(contest.get(ADMIN, token()));
    Answer faulty =
        contest.putText(
            ADMIN,
            with(settings, Map.of("winners_per_city", "0", "submission_opens", "\"mañana\"")),
            token());
    assertThat(faulty.status()).isEqualTo(400);
    assertThat(faulty.text())
        .contains("winners_range", "time_malformed")
        .doesNotContain("time_order");
    Answer outdated =
        contest.putText(
            ADMIN,
            with(settings, Map.of("version", "" + (settings.getInt("version") - 1))),
            token());
    assertThat(outdated.status()).as("%s", outdated).isEqualTo(409);
    assertThat(outdated.object().getString("code")).isEqualTo("version_conflict");

    String version = "" + settings.getInt("version");
    for (String noNumber : List.of('"' + version + '"', version + ".0", "1e100001", "true")) {
      Answer strict = contest.putText(ADMIN, with(settings, Map.of("version", noNumber)), token());
      assertThat(strict.status()).as(noNumber).isEqualTo(400);
      assertThat(strict.text()).contains("\"field\":\"version\"", "field_integer");
    }

    change(
        Map.of(
            "submission_opens", in(1),
            "winners_per_city", "2",
            "public_weight", "0.6",
            "jury_weight", "0.4"));
    assertThat(state().getString("phase")).isEqualTo("draft");
    refused("phase_closed", upload());
    refused("phase_closed", contest.vote(clips.get(1), fan));

    change(Map.of("submission_opens", in(-1), "voting_opens", in(1)));
    assertThat(state().getString("phase")).isEqualTo("submission");
    refused("invalid_file", upload());
    refused("phase_closed", contest.vote(clips.get(1), fan));

    change(
        Map.of(
            "submission_opens", in(-2),
            "submission_closes", in(-1),
            "voting_opens", in(-1),
            "voting_closes", in(1)));
    assertThat(state().getString("phase")).isEqualTo("voting");
    refused("phase_closed", upload());
    assertThat(contest.vote(clips.get(1), fan).status()).isEqualTo(200);
    assertThat(contest.delete(vote(1), fan.token()).status()).isEqualTo(200);
    assertThat(contest.vote(clips.get(2), fan).status()).isEqualTo(200);
  }

  /**
   * Player 2's count has one that came by the interface; in the burst for player 5, twenty are
   * voided.
   */
  private void theVotes() {
    Map<Integer, Integer> wanted =
        Map.of(1, 8, 2, 5, 3, 4, 4, 4, 6, 4, 7, 10, 9, 3, 10, 3, 11, 1, 5, 3);
    for (var each : wanted.entrySet()) {
      for (int i = 0; i < each.getValue(); i++) {
        // Player 4 reaches four votes after player 3, and player 9 three after player 10.
        int minutes = List.of(4, 9).contains(each.getKey()) ? 10 : 20;
        castVote(clips.get(each.getKey()), minutes);
      }
    }
    String secondClip = video(players.get(5), true);
    castVote(secondClip, 20);
    castVote(secondClip, 20);
    for (int i = 0; i < 20; i++) {
      castVote(secondClip, 5);
    }
    database.update(
        "update vote set voided_at = now(), voided_by = ?, void_reason = 'One network' where"
            + " video_id = ? and cast_at > now() - interval '6 minutes'",
        admin.id(),
        secondClip);
  }

  /**
   * Two jurors a player. Each of the four gives 50, 70 and 90 twice, so that none is stricter than
   * the others and normalisation changes nothing. A further mark for player 8 does not count: its
   * juror has a conflict of interest.
   */
  private void theScores() {
    // Sheets that other tests left would make these jurors strict or lenient.
    database.update("delete from jury_assignment");
    int[][] fifties = {{1, 5}, {1, 7}, {10, 12}, {9, 11}};
    int[][] seventies = {{3, 6}, {3, 5}, {4, 8}, {4, 10}};
    int[][] nineties = {{2, 7}, {6, 9}, {2, 11}, {8, 12}};
    for (int i = 0; i < 4; i++) {
      UUID juror = juror();
      submitSheets(juror, 50, fifties[i]);
      submitSheets(juror, 70, seventies[i]);
      submitSheets(juror, 90, nineties[i]);
      if (i == 0) {
        submitSheets(juror, 100, 8);
        database.update(
            "insert into jury_conflict (id, juror_id, player_id, reason, declared_at, declared_by)"
                + " values (?, ?, ?, 'Cousins', now(), ?)",
            UUID.randomUUID(),
            juror,
            players.get(8),
            admin.id());
      }
    }
  }

  private UUID juror() {
    UUID id = UUID.randomUUID();
    database.update(
        "insert into account (id, email, password_hash, first_name, last_name, city, city_key,"
            + " country, role, created_at) values (?, ?, 'x', 'Jurado', 'Prueba', 'Cali', 'cali',"
            + " 'Colombia', 'JUROR', now())",
        id,
        id + "@anb.example");
    return id;
  }

  private void submitSheets(UUID juror, int total, int... judged) {
    for (int player : judged) {
      UUID assignment = UUID.randomUUID();
      database.update(
          "insert into jury_assignment (id, juror_id, video_id, number, created_at, created_by)"
              + " values (?, ?, ?, ?, now(), ?)",
          assignment,
          juror,
          clips.get(player),
          player,
          admin.id());
      database.update(
          "insert into jury_sheet (assignment_id, juror_id, video_id, version, saved_at,"
              + " submitted_at, total) values (?, ?, ?, 0, now(), now(), ?)",
          assignment,
          juror,
          clips.get(player),
          total);
    }
  }

  private JsonObject theClosing() {
    Answer early = contest.post(ADMIN + "/close", token());
    assertThat(early.status()).isEqualTo(409);
    refused("voting_not_over", early);
    refused("invalid_field", contest.postText(ADMIN + "/close", "{\"force\":true}", token()));
    Person late = contest.join("Tardía", "Guapi");
    String unpublished = video(late.id(), false);

    change(Map.of("submission_closes", in(-2), "voting_opens", in(-2), "voting_closes", in(-1)));
    JsonObject over = state();
    assertThat(over.getString("phase")).isEqualTo("closed");
    assertThat(over.getBoolean("judging_open")).isTrue();
    refused("phase_closed", contest.vote(clips.get(1), fan));
    refused("phase_closed", contest.delete(vote(2), fan.token()));
    refused("phase_closed", contest.post("/api/videos/" + unpublished + "/publish", late.token()));

    JsonObject result = ok(contest.post(ADMIN + "/close", token()));

    assertThat(state().getBoolean("judging_open")).isFalse();
    refused("result_exists", contest.post(ADMIN + "/close", token()));
    JsonObject settings = ok(contest.get(ADMIN, token()));
    refused(
        "result_exists",
        contest.putText(ADMIN, with(settings, Map.of("winners_per_city", "5")), token()));
    assertThat(change(Map.of("name", "\"Cerrado\"")).getString("name")).isEqualTo("Cerrado");
    return result;
  }

  /** Weights 0.6 for the public and 0.4 for the jury, two winners a city. */
  private void theSnapshot(JsonObject result) throws Exception {
    assertThat(places(result, "palenque"))
        .containsExactly(
            "1 p2 6 75.0000 90.0000 81.0000 true",
            "2 p1 8 100.0000 50.0000 80.0000 true",
            "3 p3 4 50.0000 70.0000 58.0000 false",
            "4 p4 4 50.0000 70.0000 58.0000 false");
    assertThat(places(result, "nuqui"))
        .containsExactly(
            "1 p7 10 100.0000 70.0000 88.0000 true",
            "2 p6 4 40.0000 80.0000 56.0000 true",
            "3 p5 5 50.0000 60.0000 54.0000 false",
            "4 p8 0 0.0000 80.0000 32.0000 false");
    assertThat(places(result, "guapi"))
        .containsExactly(
            "1 p9 3 100.0000 70.0000 88.0000 true",
            "2 p10 3 100.0000 60.0000 84.0000 true",
            "3 p11 1 33.3333 70.0000 48.0000 false",
            "4 p12 0 0.0000 70.0000 28.0000 false");

    JsonObject again = ok(contest.get(ADMIN + "/result", token()));
    assertThat(again.getJsonObject("verification").getBoolean("inputs_intact")).isTrue();
    assertThat(again.getJsonObject("verification").getBoolean("outcome_reproduced")).isTrue();
    assertThat(again.getJsonArray("cities")).isEqualTo(result.getJsonArray("cities"));
    Answer inputs = contest.get(ADMIN + "/result/inputs", token());
    assertThat(sha256(inputs.bytes())).isEqualTo(result.getString("inputs_digest"));
    assertThat(inputs.text()).doesNotContain("Jugadora");

    for (String command :
        List.of(
            "update contest_result set outcome = '{}'",
            "delete from contest_result",
            "truncate contest_result cascade")) {
      assertThatThrownBy(() -> database.update(command))
          .as(command)
          .hasRootCauseInstanceOf(SQLException.class)
          .hasMessageContaining("only ever added to");
    }
    assertThatThrownBy(() -> castVote(clips.get(1), 0)).hasMessageContaining("contest is closed");
    assertThat(contest.get("/api/public/result", null).status()).isEqualTo(404);
    assertThat(contest.get("/api/public/result.csv", null).status()).isEqualTo(404);
  }

  private JsonObject theReopening(JsonObject first) {
    refused(
        "invalid_field",
        contest.postText(
            ADMIN + "/reopen",
            "{\"reason\":\"Fraude\",\"voting_closes\":%s}".formatted(in(-1)),
            token()));
    ok(
        contest.postText(
            ADMIN + "/reopen",
            "{\"reason\":\"Fraude\",\"voting_closes\":%s}".formatted(in(1)),
            token()));
    assertThat(state().getString("phase")).isEqualTo("voting");
    refused("phase_closed", upload());
    refused("not_closed", contest.post(ADMIN + "/publish", token()));
    assertThat(contest.vote(clips.get(12), fan).status()).isEqualTo(200);

    JsonObject second =
        ok(contest.postText(ADMIN + "/close", "{\"force\":true,\"reason\":\"Ya está\"}", token()));

    assertThat(second.getString("inputs_digest")).isNotEqualTo(first.getString("inputs_digest"));
    assertThat(places(second, "guapi").get(3)).startsWith("4 p12 1 33.3333 70.0000 48.0000 ");
    assertThat(ok(contest.get(ADMIN + "/result", token())).getString("result_id"))
        .isEqualTo(second.getString("result_id"));
    assertThat(
            count(
                "select count(*) from contest_result where id in (?, ?)",
                first.getString("result_id"),
                second.getString("result_id")))
        .isEqualTo(2);
    return second;
  }

  private void thePublication(JsonObject second) {
    database.update("update account set first_name = '=1+1' where id = ?", players.get(8));

    ok(contest.post(ADMIN + "/publish", token()));

    assertThat(state().getString("phase")).isEqualTo("published");
    refused("result_published", contest.post(ADMIN + "/publish", token()));
    refused(
        "result_published",
        contest.postText(
            ADMIN + "/reopen",
            "{\"reason\":\"No\",\"voting_closes\":%s}".formatted(in(1)),
            token()));
    JsonObject open = ok(contest.get("/api/public/result", null));
    assertThat(open.getString("outcome_digest")).isEqualTo(second.getString("outcome_digest"));
    assertThat(open.getString("published_at")).isNotBlank();
    assertThat(open.containsKey("taken_by")).isFalse();
    assertThat(places(open, "guapi")).isEqualTo(places(second, "guapi"));
    for (String path : List.of("/api/public/result.csv", ADMIN + "/result.csv")) {
      Answer csv = contest.get(path, path.startsWith(ADMIN) ? token() : null);
      assertThat(csv.status()).isEqualTo(200);
      assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
      assertThat(csv.header("Content-Disposition")).contains("result.csv");
      assertThat(csv.text())
          .startsWith("\uFEFFcity,position,username,votes,")
          .contains("\r\nNuquí,1,Jugadora7 Prueba,10,")
          .contains(",4,'=1+1 Prueba,0,");
    }
    Answer json = contest.get(ADMIN + "/result.json", token());
    assertThat(json.header("Content-Disposition")).contains("result.json");
    assertThat(places(json.object(), "guapi")).isEqualTo(places(second, "guapi"));
  }

  private void theTrail() {
    List<String> acts =
        database
            .rows(
                "select action, coalesce(reason, '') from audit_entry where actor_id = ?"
                    + " and action <> 'contest.change' order by at, id",
                admin.id())
            .stream()
            .map(row -> String.join(" ", row).strip())
            .toList();
    assertThat(acts)
        .containsExactly(
            "contest.close", "contest.reopen Fraude", "contest.close Ya está", "contest.publish");
    assertThat(
            count(
                "select count(*) from audit_entry where actor_id = ? and action ="
                    + " 'contest.change' and detail #>> '{before,winners_per_city}' = '3' and"
                    + " detail #>> '{after,winners_per_city}' = '2'",
                admin.id()))
        .isEqualTo(1);
  }

  private void enrol() {
    for (int number = 1; number <= 12; number++) {
      player(number, number <= 4 ? "Palenque" : number <= 8 ? "Nuquí" : "Guapi");
    }
  }

  private void player(int number, String city) {
    // Older accounts have smaller ids, as the product's own do.
    UUID id = new UUID((System.currentTimeMillis() << 16) + 0x7000 + number, Long.MIN_VALUE);
    database.update(
        "insert into account (id, email, password_hash, first_name, last_name, city, city_key,"
            + " country, role, created_at) values (?, ?, 'x', ?, 'Prueba', ?, ?, 'Colombia',"
            + " 'PLAYER', now())",
        id,
        id + "@anb.example",
        "Jugadora" + number,
        city,
        city.toLowerCase(Locale.ROOT).replace('í', 'i'));
    players.put(number, id.toString());
    numbers.put(id.toString(), number);
    clips.put(number, video(id.toString(), true));
  }

  private String video(String owner, boolean published) {
    UUID id = UUID.randomUUID();
    database.update(
        "insert into video (id, owner_id, title, status, uploaded_at, processed_at, published_at,"
            + " source_bytes, source_duration_ms, source_width, source_height, duration_ms) values"
            + " (?, ?, 'Final', 'PROCESSED', now(), now(), case when ? then now() end, 1, 30000,"
            + " 1920, 1080, 30000)",
        id,
        owner,
        published);
    return id.toString();
  }

  private void castVote(String clip, int minutesAgo) {
    database.update(
        "insert into vote (video_id, voter_id, cast_at) values (?, ?, now() - make_interval(mins =>"
            + " ?))",
        clip,
        UUID.randomUUID(),
        minutesAgo);
  }

  /** How many were taken. */
  private int voteUntilRefused(String clip) {
    try (Connection own = database.connect();
        var statement =
            own.prepareStatement(
                "insert into vote (video_id, voter_id, cast_at) values (?, ?, now())")) {
      int taken = 0;
      try {
        while (true) {
          statement.setString(1, clip);
          statement.setObject(2, UUID.randomUUID());
          taken += statement.executeUpdate();
        }
      } catch (SQLException e) {
        assertThat(e.getMessage()).contains("contest is closed");
        return taken;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int votes(String clip) {
    return count("select count(*) from vote where video_id = ?", clip);
  }

  private String token() {
    return admin.token();
  }

  private String vote(int number) {
    return "/api/public/videos/" + clips.get(number) + "/vote";
  }

  private Answer upload() {
    return contest.upload(fan, notAClip, "Final");
  }

  private JsonObject state() {
    return ok(contest.get("/api/contest", null));
  }

  /** Changes some settings and keeps the rest. */
  private JsonObject change(Map<String, String> members) {
    return ok(contest.putText(ADMIN, with(ok(contest.get(ADMIN, token())), members), token()));
  }

  /** The settings with other members, given as JSON. */
  private static String with(JsonObject settings, Map<String, String> members) {
    var json = Json.createObjectBuilder(settings);
    members.forEach((name, value) -> json.add(name, value(value)));
    return json.build().toString();
  }

  private static JsonValue value(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }

  /** A time so many hours from now, as JSON. */
  private static String in(int hours) {
    return "\"" + Instant.now().plus(Duration.ofHours(hours)) + "\"";
  }

  private static JsonObject ok(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.object();
  }

  private static void refused(String code, Answer answer) {
    assertThat(answer.status()).as("%s", answer).isBetween(400, 409);
    assertThat(answer.object().getString("code")).isEqualTo(code);
  }

  /** A city's table, a line a player. */
  private List<String> places(JsonObject result, String city) {
    return result.getJsonArray("cities").getValuesAs(JsonObject.class).stream()
        .filter(each -> each.getString("city_key").equals(city))
        .flatMap(each -> each.getJsonArray("players").getValuesAs(JsonObject.class).stream())
        .filter(place -> numbers.containsKey(place.getString("player_id")))
        .map(
            place ->
                "%d p%d %d %s %s %s %s"
                    .formatted(
                        place.getInt("position"),
                        numbers.get(place.getString("player_id")),
                        place.getInt("votes"),
                        place.getJsonNumber("public_share"),
                        place.getJsonNumber("jury_score"),
                        place.getJsonNumber("combined"),
                        place.getBoolean("winner")))
        .toList();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private int count(String query, Object... values) {
    return Integer.parseInt(database.value(query, values));
  }
}
