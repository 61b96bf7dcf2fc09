package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The jury, from the spread of the clips to their scores. Other tests' clips and jurors may be
 * there too, so that only own ones are counted.
 */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JuryIT {

  private static final List<String> CRITERIA =
      List.of("ball_handling", "shooting", "passing", "athleticism", "game_sense");

  private final Contest contest;
  private final LocalStack stack;

  private Connection database;
  private Person admin;

  JuryIT(Contest contest, LocalStack stack) {
    this.contest = contest;
    this.stack = stack;
  }

  @BeforeAll
  void connect() throws SQLException {
    database =
        DriverManager.getConnection(
            stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
    admin = join("Directora", "Bogotá", "ADMIN");
  }

  @AfterAll
  void disconnect() throws SQLException {
    database.close();
  }

  @Test
  void everyClipGetsItsScoresAndAgainNothingIsAdded() throws SQLException {
    List<Person> jurors = jurors("Cali", "Pasto", "Tunja");
    Person player = contest.join("Repartida", "Neiva");
    List<String> clips = clips(player, 6);

    JsonObject spread = spread(jurors, 2);

    assertThat(spread.getInt("scores_per_clip")).isEqualTo(2);
    assertThat(spread.getInt("short_clips")).isZero();
    List<Integer> loads =
        spread.getJsonArray("loads").getValuesAs(JsonObject.class).stream()
            .map(load -> load.getInt("clips"))
            .toList();
    assertThat(loads).hasSize(3);
    assertThat(loads.stream().mapToInt(Integer::intValue).max().orElseThrow())
        .isLessThanOrEqualTo(loads.stream().mapToInt(Integer::intValue).min().orElseThrow() + 1);
    for (String clip : clips) {
      assertThat(adminList("video=" + clip)).hasSize(2);
    }
    assertThat(spread(jurors, 2).getInt("added")).isZero();

    String late = clip(player, "De última hora", true);
    assertThat(spread(jurors, 2).getInt("added")).isEqualTo(2);
    assertThat(adminList("video=" + late)).hasSize(2);

    JsonObject impossible = spread(jurors.subList(0, 1), 50);
    assertThat(impossible.getInt("short_clips")).isEqualTo(impossible.getInt("clips"));
    assertThat(impossible.getJsonArray("shortages")).isNotEmpty();
  }

  @Test
  void aJurorDoesNotVoteForWhatTheyJudge() throws SQLException {
    Person juror = join("Imparcial", "Cali", "JUROR");
    String clip = clip(contest.join("Votada", "Leticia"), "Sin doble voto", true);
    assign(juror, clip);

    Answer refused = contest.vote(clip, juror);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.object().getString("code")).isEqualTo("juror_vote");
  }

  @Test
  void aBlindQueueTellsNothingOfThePlayer() throws SQLException, IOException {
    Person juror = join("Ciega", "Cali", "JUROR");
    Person other = join("Otra", "Pasto", "JUROR");
    Person player = contest.join("Invisible", "Leticia");
    String clip = clip(player, "Mi mejor clavada", true);
    byte[] bytes = "0123456789 no es un video, pero son bytes".getBytes(StandardCharsets.UTF_8);
    Path file =
        stack
            .mediaRoot()
            .resolve("processed/" + clip.substring(clip.length() - 2) + "/" + clip + ".mp4");
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    assertThat(contest.vote(clip, juror).status()).isEqualTo(200);
    String id = assign(juror, clip);

    Answer queue = contest.get("/api/jury/assignments", juror.token());
    assertThat(queue.status()).as("%s", queue).isEqualTo(200);
    assertThat(queue.header("X-Total-Count")).isEqualTo("1");
    Answer open = contest.get("/api/jury/assignments/" + id, juror.token());
    for (Answer answer : List.of(queue, open)) {
      assertThat(answer.text())
          .doesNotContain("Invisible", "Leticia", "clavada", "votes", clip, player.id());
    }
    JsonObject row = queue.array().getJsonObject(0);
    assertThat(row.getString("label")).isEqualTo("Clip 1");
    assertThat(row.getString("state")).isEqualTo("todo");
    assertThat(row.get("title")).isEqualTo(JsonValue.NULL);
    assertThat(row.getJsonNumber("duration").toString()).isEqualTo("35");
    assertThat(open.object().getBoolean("blind")).isTrue();
    assertThat(open.object().getJsonArray("criteria")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(open.object().getJsonObject("sheet").getInt("version")).isZero();

    String video = row.getString("video_url");
    Answer whole = contest.get(video, juror.token());
    assertThat(whole.bytes()).isEqualTo(bytes);
    assertThat(whole.header("Content-Disposition")).contains(id).doesNotContain(clip);
    Answer part = contest.get(video, juror.token(), Map.of("Range", "bytes=2-5"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("2345");
    String path = "/media/processed/" + clip.substring(clip.length() - 2) + "/" + clip + ".mp4";
    Answer inTheGallery = contest.get(path, null);
    assertThat(inTheGallery.status()).isEqualTo(200);
    assertThat(whole.header("ETag")).isNotBlank().isNotEqualTo(inTheGallery.header("ETag"));
    assertThat(
            contest
                .get(video, juror.token(), Map.of("If-None-Match", whole.header("ETag")))
                .status())
        .isEqualTo(304);
    assertThat(contest.get(video, juror.token(), Map.of("Range", "bytes=999-")).status())
        .isEqualTo(416);
    assertThat(contest.head(video, juror.token()).header("Content-Length"))
        .isEqualTo(String.valueOf(bytes.length));
    assertThat(contest.get(row.getString("poster_url"), juror.token()).status()).isEqualTo(404);

    // It is nobody else's business.
    for (String ending : List.of("", "/video", "/poster")) {
      String asked = "/api/jury/assignments/" + id + ending;
      assertThat(contest.get(asked, other.token()).status()).isEqualTo(404);
      assertThat(contest.get(asked, player.token()).status()).isEqualTo(403);
      assertThat(contest.get(asked, admin.token()).status()).isEqualTo(403);
      assertThat(contest.get(asked, null).status()).isEqualTo(401);
    }
    assertThat(save(other, id, 0, 7, "").status()).isEqualTo(404);
    assertThat(contest.post("/api/jury/assignments/" + id + "/submit", other.token()).status())
        .isEqualTo(404);
    assertThat(conflict(other, id, "curiosidad").status()).isEqualTo(404);
    assertThat(contest.get("/api/jury/assignments/garbage", juror.token()).status()).isEqualTo(404);
    assertThat(contest.get("/api/admin/jury/assignments", juror.token()).status()).isEqualTo(403);

    // Without blind mode the juror sees whose clip it is.
    Answer named =
        settings(false, false, () -> contest.get("/api/jury/assignments", juror.token()));
    assertThat(named.text()).contains("Invisible Prueba", "Leticia", "Mi mejor clavada");

    // A clip that is taken down is not there any more.
    run("update video set published_at = null where id = ?", UUID.fromString(clip));
    assertThat(contest.get("/api/jury/assignments/" + id, juror.token()).status()).isEqualTo(404);
    assertThat(contest.get(video, juror.token()).status()).isEqualTo(404);
    assertThat(contest.get("/api/jury/assignments", juror.token()).array()).isEmpty();
    assertThat(adminList("juror=" + juror.id()).get(0).getBoolean("published")).isFalse();
    run("delete from video where id = ?", UUID.fromString(clip));
    assertThat(adminList("juror=" + juror.id())).isEmpty();
  }

  @Test
  void aSheetGoesFromDraftToSubmittedAndOnlyAnAdministratorReopensIt() throws SQLException {
    Person juror = join("Jueza", "Cali", "JUROR");
    Person player = contest.join("Anotadora", "Ibagué");
    List<String> clips = clips(player, 3);
    String id = assign(juror, clips.get(0));
    assign(juror, clips.get(1));
    String spare = assign(juror, clips.get(2));
    String sheet = "/api/jury/assignments/" + id;

    Answer incomplete = contest.post(sheet + "/submit", juror.token());
    assertThat(incomplete.status()).isEqualTo(400);
    assertThat(fields(incomplete)).contains("scores.shooting", "scores.passing");

    String some =
        "{\"version\":0,\"scores\":[{\"criterion\":\"shooting\",\"value\":7.5}],\"comment\":\"Va"
            + " bien\"}";
    Answer draft = contest.putText(sheet + "/sheet", some, juror.token());
    assertThat(draft.status()).as("%s", draft).isEqualTo(200);
    assertThat(draft.object().getJsonObject("clip").getString("state")).isEqualTo("draft");
    assertThat(draft.object().getJsonObject("sheet").getInt("version")).isEqualTo(1);
    assertThat(draft.object().getJsonObject("sheet").getString("comment")).isEqualTo("Va bien");
    Answer stale = contest.putText(sheet + "/sheet", some, juror.token());
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.object().getString("code")).isEqualTo("version_conflict");
    assertThat(contest.post(sheet + "/submit?version=0", juror.token()).status()).isEqualTo(409);
    assertThat(fields(contest.post(sheet + "/submit", juror.token())))
        .contains("scores.passing")
        .doesNotContain("scores.shooting");
    assertThat(fields(save(juror, id, 1, 7.3, null))).contains("scores.shooting");
    assertThat(fields(save(juror, id, 1, 11, "x".repeat(2001))))
        .contains("scores.shooting", "comment");
    assertThat(contest.putText(sheet + "/sheet", "null", juror.token()).status()).isEqualTo(400);
    assertThat(contest.putText(sheet + "/sheet", "{\"scores\":7}", juror.token()).status())
        .isEqualTo(400);

    assertThat(save(juror, id, 1, 5.5, "Listo").status()).isEqualTo(200);
    Answer submitted = contest.post(sheet + "/submit?version=2", juror.token());
    assertThat(submitted.status()).as("%s", submitted).isEqualTo(200);
    JsonObject handedIn = submitted.object().getJsonObject("sheet");
    assertThat(handedIn.getJsonNumber("total").doubleValue()).isEqualTo(50);
    assertThat(submitted.object().getJsonObject("clip").getString("state")).isEqualTo("submitted");

    assertThat(save(juror, id, 3, 9, null).object().getString("code")).isEqualTo("sheet_submitted");
    assertThat(contest.post(sheet + "/submit", juror.token()).object().getString("code"))
        .isEqualTo("sheet_submitted");
    assertThat(contest.delete("/api/admin/jury/assignments/" + id, admin.token()).status())
        .isEqualTo(400);
    Answer rubric = contest.get("/api/admin/jury/rubric", admin.token());
    assertThat(
            contest
                .putText("/api/admin/jury/rubric", rubric.text(), admin.token())
                .object()
                .getString("code"))
        .isEqualTo("rubric_in_use");

    assertThat(progress(juror))
        .isEqualTo(Map.of("assigned", 3, "todo", 2, "drafts", 0, "submitted", 1, "conflicts", 0));
    assertThat(adminList("juror=" + juror.id() + "&state=submitted")).hasSize(1);
    JsonObject row = jurorRow(juror);
    assertThat(row.getInt("submitted")).isEqualTo(1);
    assertThat(row.getJsonNumber("mean").doubleValue()).isEqualTo(50);
    assertThat(row.getJsonNumber("deviation").doubleValue()).isZero();
    assertThat(score(clips.get(0)).getJsonNumber("raw_mean").doubleValue()).isEqualTo(50);

    assertThat(reopen(id, " ").status()).isEqualTo(400);
    Answer reopened = reopen(id, "Era otro video");
    assertThat(reopened.status()).as("%s", reopened).isEqualTo(200);
    assertThat(reopen(id, "Otra vez").object().getString("code")).isEqualTo("sheet_not_submitted");
    JsonObject again = contest.get(sheet, juror.token()).object().getJsonObject("sheet");
    assertThat(again.getString("reopen_reason")).isEqualTo("Era otro video");
    assertThat(again.getJsonArray("scores")).hasSize(5);
    assertThat(again.get("total")).isEqualTo(JsonValue.NULL);
    assertThat(score(clips.get(0))).isNull();
    assertThat(save(juror, id, again.getInt("version"), 10, null).status()).isEqualTo(200);
    assertThat(contest.post(sheet + "/submit", juror.token()).status()).isEqualTo(200);
    assertThat(score(clips.get(0)).getJsonNumber("raw_mean").doubleValue()).isEqualTo(100);

    assertThat(contest.delete("/api/admin/jury/assignments/" + spare, admin.token()).status())
        .isEqualTo(204);
    assertThat(contest.delete("/api/admin/jury/assignments/" + spare, admin.token()).status())
        .isEqualTo(404);
    assertThat(progress(juror).get("assigned")).isEqualTo(2);
    assertThat(acts(id))
        .containsExactly(
            "jury.assignment.add", "jury.sheet.submit", "jury.sheet.reopen", "jury.sheet.submit");
    assertThat(acts(spare)).containsExactly("jury.assignment.add", "jury.assignment.remove");
  }

  @Test
  void whoKnowsThePlayerDoesNotJudge() throws SQLException {
    List<Person> jurors = jurors("Cali", "Pasto", "Tunja");
    Person first = jurors.get(0);
    Person coach = jurors.get(1);
    Person player = contest.join("Pupila", "Cali");
    List<String> clips = clips(player, 2);
    String id = assign(coach, clips.get(0));
    String second = assign(coach, clips.get(1));
    assertThat(save(coach, id, 0, 10, null).status()).isEqualTo(200);
    assertThat(contest.post("/api/jury/assignments/" + id + "/submit", coach.token()).status())
        .isEqualTo(200);
    assertThat(score(clips.get(0)).getInt("sheets")).isEqualTo(1);

    assertThat(conflict(coach, second, "").status()).isEqualTo(400);
    Answer declared = conflict(coach, second, "Fui su entrenador");
    assertThat(declared.status()).as("%s", declared).isEqualTo(200);
    assertThat(declared.object().getString("state")).isEqualTo("conflict");
    assertThat(conflict(coach, second, "Fui su entrenador").status()).isEqualTo(200);

    assertThat(score(clips.get(0))).isNull();
    assertThat(progress(coach))
        .isEqualTo(Map.of("assigned", 2, "todo", 0, "drafts", 0, "submitted", 0, "conflicts", 2));
    assertThat(contest.get("/api/jury/assignments?state=todo", coach.token()).array()).isEmpty();
    assertThat(save(coach, second, 0, 7, null).object().getString("code"))
        .isEqualTo("conflict_of_interest");
    String third = clip(player, "Otro más", true);
    assertThat(tryAssign(coach, third).object().getString("code"))
        .isEqualTo("conflict_of_interest");
    spread(jurors, 2);
    for (String clip : List.of(clips.get(0), clips.get(1), third)) {
      assertThat(
              adminList("video=" + clip).stream()
                  .filter(row -> !row.getString("state").equals("conflict"))
                  .map(row -> row.getString("juror_id"))
                  .collect(Collectors.toSet()))
          .isEqualTo(Set.of(first.id(), jurors.get(2).id()));
    }

    // Declared by mistake: what was submitted counts again.
    JsonObject listed =
        contest
            .get("/api/admin/jury/conflicts?juror=" + coach.id(), admin.token())
            .array()
            .getJsonObject(0);
    assertThat(listed.getString("reason")).isEqualTo("Fui su entrenador");
    String conflict = "/api/admin/jury/conflicts/" + listed.getString("conflict_id");
    assertThat(contest.delete(conflict, admin.token()).status()).isEqualTo(204);
    assertThat(contest.delete(conflict, admin.token()).status()).isEqualTo(404);
    assertThat(score(clips.get(0)).getInt("sheets")).isEqualTo(1);

    // An administrator may declare one, and players may become jurors.
    Answer byAdmin =
        contest.postJson(
            "/api/admin/jury/conflicts",
            Map.of("juror_id", first.id(), "player_id", player.id(), "reason", "Es su tía"),
            admin.token());
    assertThat(byAdmin.status()).as("%s", byAdmin).isEqualTo(200);
    assertThat(byAdmin.object().getString("juror")).isEqualTo(first.firstName() + " Prueba");
    assertThat(
            fields(
                contest.postJson(
                    "/api/admin/jury/conflicts",
                    Map.of("juror_id", player.id(), "player_id", "nobody"),
                    admin.token())))
        .containsExactlyInAnyOrder("juror_id", "player_id", "reason");
    Person playing = join("Jugadora", "Cali", "JUROR");
    String own = clip(playing, "Mi clip", true);
    assertThat(tryAssign(playing, own).object().getString("code"))
        .isEqualTo("conflict_of_interest");

    // By city, if the contest wants it so.
    Person neighbour = join("Vecina", "CALI", "JUROR");
    Answer refused = settings(true, true, () -> tryAssign(neighbour, third));
    assertThat(refused.object().getString("code")).isEqualTo("conflict_of_interest");
    assertThat(tryAssign(neighbour, third).status()).isEqualTo(201);
    assertThat(tryAssign(neighbour, third).object().getString("code"))
        .isEqualTo("already_assigned");
    assertThat(tryAssign(neighbour, clip(player, "Oculto", false)).object().getString("code"))
        .isEqualTo("not_published");
    assertThat(tryAssign(player, third).object().getString("code")).isEqualTo("invalid_field");
  }

  @Test
  void aStrictJurorDoesNotHarmThoseHeJudges() throws SQLException {
    Person strict = join("Estricta", "Cali", "JUROR");
    Person lenient = join("Generosa", "Pasto", "JUROR");
    Person player = contest.join("Juzgada", "Yopal");
    List<String> clips = clips(player, 20);
    for (int i = 0; i < clips.size(); i++) {
      Person juror = i < 10 ? strict : lenient;
      double mark = (i < 10 ? 2 : 6.5) + (i % 2 == 0 ? 2.5 : 0);
      String id = assign(juror, clips.get(i));
      assertThat(save(juror, id, 0, mark, null).status()).isEqualTo(200);
      assertThat(contest.post("/api/jury/assignments/" + id + "/submit", juror.token()).status())
          .isEqualTo(200);
    }

    JsonObject goodOfStrict = score(clips.get(0));
    JsonObject poorOfLenient = score(clips.get(11));
    assertThat(goodOfStrict.getJsonNumber("raw_mean").doubleValue()).isEqualTo(38.8889);
    assertThat(poorOfLenient.getJsonNumber("raw_mean").doubleValue()).isEqualTo(61.1111);
    assertThat(goodOfStrict.getJsonNumber("score").doubleValue())
        .isGreaterThan(poorOfLenient.getJsonNumber("score").doubleValue());

    // A juror leaves: the submitted sheets still count, and open assignments can be given to
    // others.
    String open = assign(lenient, clips.get(0));
    run("delete from account where id = ?", UUID.fromString(lenient.id()));
    assertThat(score(clips.get(11))).isEqualTo(poorOfLenient);
    assertThat(contest.get("/api/admin/jury/assignments/" + open, admin.token()).status())
        .isEqualTo(404);
    assertThat(adminList("video=" + clips.get(11)).get(0).get("juror")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void sheetsOfJurorsWhoLeftAreFoundAndVoided() throws SQLException {
    Person player = contest.join("Olvidada", "Quibdó");
    List<String> clips = clips(player, 4);
    Person demoted = join("Destituida", "Cali", "JUROR");
    Person deleted = join("Borrada", "Pasto", "JUROR");
    Person present = join("Presente", "Tunja", "JUROR");
    String left = handedIn(demoted, clips.get(0));
    String first = handedIn(deleted, clips.get(1));
    String second = handedIn(deleted, clips.get(2));
    String stays = handedIn(present, clips.get(3));
    String draft = assign(demoted, clips.get(3));
    run("update account set role = 'PLAYER' where id = ?", UUID.fromString(demoted.id()));
    run("delete from account where id = ?", UUID.fromString(deleted.id()));
    run("update video set published_at = null where id = ?", UUID.fromString(clips.get(2)));

    JsonObject byName = formerRow(demoted);
    assertThat(byName.getString("name")).isEqualTo("Destituida " + demoted.lastName());
    assertThat(byName.getInt("submitted")).isEqualTo(1);
    JsonObject nameless = formerRow(deleted);
    assertThat(nameless.get("name")).isEqualTo(JsonValue.NULL);
    assertThat(nameless.getInt("submitted")).as("a clip that is hidden too").isEqualTo(2);
    assertThat(formerRow(present)).isNull();
    assertThat(adminList("juror=" + deleted.id()))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.getBoolean("juror_present")).isFalse());
    assertThat(adminList("juror=" + present.id()).get(0).getBoolean("juror_present")).isTrue();

    // Nobody could submit it again.
    assertThat(reopen(first, "Otra vez").object().getString("code")).isEqualTo("juror_left");
    assertThat(reopen(left, "Otra vez").object().getString("code")).isEqualTo("juror_left");
    assertThat(voidSheet(stays, "No").object().getString("code")).isEqualTo("juror_present");
    assertThat(voidAll(present, "No").object().getString("code")).isEqualTo("juror_present");
    assertThat(voidSheet(draft, "No").object().getString("code")).isEqualTo("sheet_not_submitted");
    assertThat(fields(voidSheet(first, " "))).containsExactly("reason");
    assertThat(fields(voidAll(deleted, "x".repeat(501)))).containsExactly("reason");
    assertThat(voidSheet(UUID.randomUUID().toString(), "No").status()).isEqualTo(404);
    assertThat(score(clips.get(1)).getInt("sheets")).isEqualTo(1);

    assertThat(voidSheet(left, "Calificó a una amiga").status()).isEqualTo(204);
    assertThat(voidSheet(left, "Otra vez").status()).isEqualTo(404);
    assertThat(formerRow(demoted)).isNull();
    assertThat(score(clips.get(0))).isNull();
    assertThat(tryAssign(present, clips.get(0)).status()).isEqualTo(201);
    Answer all = voidAll(deleted, "Se fue en medio del concurso");
    assertThat(all.status()).as("%s", all).isEqualTo(200);
    assertThat(all.object().getInt("voided")).isEqualTo(2);
    assertThat(voidAll(deleted, "Otra vez").status()).isEqualTo(404);
    assertThat(score(clips.get(1))).isNull();
    assertThat(adminList("juror=" + deleted.id())).isEmpty();
    for (String each : List.of(left, first, second)) {
      assertThat(acts(each))
          .containsExactly("jury.assignment.add", "jury.sheet.submit", "jury.sheet.void");
    }
    JsonObject entry =
        contest
            .get("/api/admin/audit?action=jury.sheet.void&subject_id=" + first, admin.token())
            .array()
            .getJsonObject(0);
    assertThat(entry.getString("reason")).isEqualTo("Se fue en medio del concurso");
    assertThat(entry.toString()).contains("ball_handling", "5.5", deleted.id(), clips.get(1));
  }

  private String handedIn(Person juror, String clip) {
    String id = assign(juror, clip);
    assertThat(save(juror, id, 0, 5.5, null).status()).isEqualTo(200);
    assertThat(contest.post("/api/jury/assignments/" + id + "/submit", juror.token()).status())
        .isEqualTo(200);
    return id;
  }

  private Answer voidSheet(String id, String reason) {
    return contest.postJson(
        "/api/admin/jury/sheets/" + id + "/void", Map.of("reason", reason), admin.token());
  }

  private Answer voidAll(Person juror, String reason) {
    return contest.postJson(
        "/api/admin/jury/former-jurors/" + juror.id() + "/void",
        Map.of("reason", reason),
        admin.token());
  }

  private JsonObject formerRow(Person juror) {
    return found("/api/admin/jury/former-jurors", "juror_id", juror.id());
  }

  @Test
  void theRubricChangesUntilASheetIsSubmitted() throws SQLException {
    Person juror = join("Novata", "Cali", "JUROR");
    String id = assign(juror, clip(contest.join("Paciente", "Mitú"), "Con calma", true));
    JsonObject before = contest.get("/api/admin/jury/rubric", admin.token()).object();
    Map<UUID, Object[]> submitted = takeBackSubmitted();
    try {
      assertThat(rubric(before, criterion("hustle", 10)).status()).isEqualTo(200);
      assertThat(contest.get("/api/jury/rubric", juror.token()).object().getJsonArray("criteria"))
          .hasSize(6);
      String draft =
          "{\"version\":0,\"scores\":[{\"criterion\":\"hustle\",\"value\":9},"
              + "{\"criterion\":\"shooting\",\"value\":8}]}";
      String sheet = "/api/jury/assignments/" + id + "/sheet";
      assertThat(contest.putText(sheet, draft, juror.token()).status()).isEqualTo(200);

      assertThat(rubric(before, criterion("hustle", 5)).status()).isEqualTo(200);
      // The juror's page is out of date, and its mark is off the new scale.
      assertThat(contest.putText(sheet, draft.replace(":0", ":1"), juror.token()).status())
          .isEqualTo(400);
      JsonObject now =
          contest.get("/api/jury/assignments/" + id, juror.token()).object().getJsonObject("sheet");
      assertThat(now.getInt("version")).isEqualTo(2);
      assertThat(now.getJsonArray("scores")).hasSize(1);

      assertThat(rubric(before, null).status()).isEqualTo(200);
      assertThat(fields(contest.putText(sheet, draft.replace(":0", ":3"), juror.token())))
          .containsExactly("scores.hustle");
      assertThat(fields(rubric(before, criterion("shooting", 5))))
          .containsExactly("criteria[5].code");
    } finally {
      for (Map.Entry<UUID, Object[]> sheet : submitted.entrySet()) {
        run(
            "update jury_sheet set submitted_at = ?, total = ? where assignment_id = ?",
            sheet.getValue()[0],
            sheet.getValue()[1],
            sheet.getKey());
      }
    }
    assertThat(contest.get("/api/admin/jury/rubric", admin.token()).object()).isEqualTo(before);
  }

  @Test
  void ofManyAtOnceOneSavesAndOneSpreads() throws Exception {
    List<Person> jurors = jurors("Cali", "Pasto");
    List<String> clips = clips(contest.join("Disputada", "Inírida"), 4);

    List<Integer> added = atOnce(5, () -> spread(jurors, 2).getInt("added"));
    assertThat(added).filteredOn(count -> count > 0).hasSize(1);
    for (String clip : clips) {
      assertThat(adminList("video=" + clip)).hasSize(2);
    }

    String id =
        adminList("video=" + clips.get(0) + "&juror=" + jurors.get(0).id())
            .get(0)
            .getString("assignment_id");
    List<Integer> saved = atOnce(10, () -> save(jurors.get(0), id, 0, 7, null).status());
    assertThat(saved).filteredOn(status -> status == 200).hasSize(1);
    assertThat(saved).filteredOn(status -> status == 409).hasSize(9);
  }

  @Test
  void settingsAreChecked() {
    Answer nothing = contest.putText("/api/admin/jury/settings", "{}", admin.token());

    assertThat(fields(nothing))
        .containsExactlyInAnyOrder("blind", "same_city_conflict", "min_scores_per_clip");
    assertThat(
            contest
                .postText(
                    "/api/admin/jury/assignments/spread", "{\"scores_per_clip\":0}", admin.token())
                .status())
        .isEqualTo(400);
    assertThat(contest.get("/api/admin/jury/assignments?state=done", admin.token()).status())
        .isEqualTo(400);
    assertThat(contest.get("/api/admin/jury/assignments?juror=x", admin.token()).status())
        .isEqualTo(400);
  }

  private static <T> List<T> atOnce(int count, Callable<T> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(Collections.nCopies(count, call))) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private Person join(String firstName, String city, String role) throws SQLException {
    Person person = contest.join(firstName, city);
    run("update account set role = ? where id = ?", role, UUID.fromString(person.id()));
    return new Person(
        person.id(), person.email(), contest.login(person.email()), firstName, person.lastName());
  }

  private List<Person> jurors(String... cities) throws SQLException {
    List<Person> jurors = new ArrayList<>();
    for (String city : cities) {
      jurors.add(join("Jurado", city, "JUROR"));
    }
    return jurors;
  }

  private List<String> clips(Person player, int count) throws SQLException {
    List<String> clips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clips.add(clip(player, "Clip de prueba " + i, true));
    }
    return clips;
  }

  private String clip(Person player, String title, boolean published) throws SQLException {
    UUID id = UUID.randomUUID();
    run(
        "insert into video (id, owner_id, title, status, uploaded_at, processed_at, published_at,"
            + " source_bytes, source_duration_ms, source_width, source_height, duration_ms) values"
            + " (?, ?, ?, 'PROCESSED', now(), now(), case when ? then now() end, 1000, 30000, 1920,"
            + " 1080, 34500)",
        id,
        UUID.fromString(player.id()),
        title,
        published);
    return id.toString();
  }

  private JsonObject spread(List<Person> jurors, int scores) {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    jurors.forEach(juror -> ids.add(juror.id()));
    Answer answer =
        contest.postText(
            "/api/admin/jury/assignments/spread",
            Json.createObjectBuilder()
                .add("scores_per_clip", scores)
                .add("juror_ids", ids)
                .build()
                .toString(),
            admin.token());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.object();
  }

  private Answer tryAssign(Person juror, String clip) {
    return contest.postJson(
        "/api/admin/jury/assignments",
        Map.of("juror_id", juror.id(), "video_id", clip),
        admin.token());
  }

  private String assign(Person juror, String clip) {
    Answer answer = tryAssign(juror, clip);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    String id = answer.object().getJsonObject("assignment").getString("assignment_id");
    assertThat(answer.header("Location")).endsWith("/api/admin/jury/assignments/" + id);
    return id;
  }

  private Answer save(Person juror, String id, int version, double mark, String comment) {
    JsonArrayBuilder scores = Json.createArrayBuilder();
    for (String criterion : CRITERIA) {
      scores.add(Json.createObjectBuilder().add("criterion", criterion).add("value", mark));
    }
    JsonObjectBuilder sheet =
        Json.createObjectBuilder().add("version", version).add("scores", scores);
    if (comment != null) {
      sheet.add("comment", comment);
    }
    return contest.putText(
        "/api/jury/assignments/" + id + "/sheet", sheet.build().toString(), juror.token());
  }

  private Answer conflict(Person juror, String id, String reason) {
    return contest.postJson(
        "/api/jury/assignments/" + id + "/conflict", Map.of("reason", reason), juror.token());
  }

  private Answer reopen(String id, String reason) {
    return contest.postJson(
        "/api/admin/jury/sheets/" + id + "/reopen", Map.of("reason", reason), admin.token());
  }

  private List<JsonObject> adminList(String filter) {
    Answer answer = contest.get("/api/admin/jury/assignments?limit=100&" + filter, admin.token());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.array().getValuesAs(JsonObject.class);
  }

  private Map<String, Integer> progress(Person juror) {
    JsonObject progress = contest.get("/api/jury/progress", juror.token()).object();
    return progress.keySet().stream().collect(Collectors.toMap(key -> key, progress::getInt));
  }

  private JsonObject jurorRow(Person juror) {
    return found("/api/admin/jury/jurors", "juror_id", juror.id());
  }

  /** The row of a clip; null if it has no score. */
  private JsonObject score(String clip) {
    return found("/api/admin/jury/scores", "video_id", clip);
  }

  private JsonObject found(String path, String key, String value) {
    for (int offset = 0; ; offset += 100) {
      Answer answer = contest.get(path + "?limit=100&offset=" + offset, admin.token());
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      for (JsonObject row : answer.array().getValuesAs(JsonObject.class)) {
        if (row.getString(key).equals(value)) {
          return row;
        }
      }
      if (answer.array().isEmpty()) {
        return null;
      }
    }
  }

  private interface Call {
    Answer run() throws SQLException;
  }

  /** Runs something under other settings. */
  private Answer settings(boolean blind, boolean sameCity, Call call) throws SQLException {
    String before = contest.get("/api/admin/jury/settings", admin.token()).text();
    String wanted =
        Json.createObjectBuilder()
            .add("blind", blind)
            .add("same_city_conflict", sameCity)
            .add("min_scores_per_clip", 2)
            .build()
            .toString();
    Answer changed = contest.putText("/api/admin/jury/settings", wanted, admin.token());
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    try {
      return call.run();
    } finally {
      contest.putText("/api/admin/jury/settings", before, admin.token());
    }
  }

  private Answer rubric(JsonObject before, JsonObject more) {
    JsonArrayBuilder criteria = Json.createArrayBuilder(before.getJsonArray("criteria"));
    if (more != null) {
      criteria.add(more);
    }
    return contest.putText(
        "/api/admin/jury/rubric",
        Json.createObjectBuilder().add("criteria", criteria).build().toString(),
        admin.token());
  }

  private static JsonObject criterion(String code, double max) {
    return Json.createObjectBuilder()
        .add("code", code)
        .add("name_es", "Entrega")
        .add("name_en", "Hustle")
        .add("weight", 10)
        .add("min", 0)
        .add("max", max)
        .add("step", 1)
        .build();
  }

  private static List<String> fields(Answer refusal) {
    assertThat(refusal.status()).as("%s", refusal).isEqualTo(400);
    return refusal.object().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
        .map(error -> error.getString("field"))
        .toList();
  }

  /** Makes drafts of all sheets, other tests' too, and says what they were. */
  private Map<UUID, Object[]> takeBackSubmitted() throws SQLException {
    Map<UUID, Object[]> sheets = new HashMap<>();
    try (PreparedStatement query =
            database.prepareStatement(
                "select assignment_id, submitted_at, total from jury_sheet where submitted_at is"
                    + " not null");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        sheets.put(
            rows.getObject(1, UUID.class), new Object[] {rows.getTimestamp(2), rows.getDouble(3)});
      }
    }
    run("update jury_sheet set submitted_at = null, total = null");
    return sheets;
  }

  private List<String> acts(String subject) throws SQLException {
    List<String> acts = new ArrayList<>();
    try (PreparedStatement query =
        database.prepareStatement(
            "select action from audit_entry where subject_id = ? order by at, id")) {
      query.setString(1, subject);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          acts.add(rows.getString(1));
        }
      }
    }
    return acts;
  }

  private void run(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
