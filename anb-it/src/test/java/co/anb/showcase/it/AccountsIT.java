package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with their own accounts, and administrators with those of others. */
@ExtendWith(RunningStack.class)
class AccountsIT {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final String ANOTHER_PASSWORD = "Triple-doble-2026";

  @Test
  void theProfileChangesAndSoDoesTheRanking(Contest contest, LocalStack stack) throws Exception {
    Person person = contest.join("Antes", "Cali");
    published(stack, person, "Clip");
    String city = "Ciudad " + person.id();

    Answer changed = put(contest, "/api/me", person.token(), profile("Después", "bogota"));
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    assertThat(changed.object().getString("first_name")).isEqualTo("Después");
    assertThat(changed.object().getString("city")).isEqualTo("Bogotá");
    put(contest, "/api/me", person.token(), profile("Después", "  " + city));

    assertThat(contest.get("/api/me", person.token()).object().getString("city")).isEqualTo(city);
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> contest.get("/api/public/rankings?city=" + plus(city), null).array().size() == 1);

    Map<String, String> incomplete = profile("Después", "Cali");
    incomplete.remove("country");
    Answer refused = put(contest, "/api/me", person.token(), incomplete);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.object().getJsonArray("errors").toString()).contains("country");
  }

  @Test
  void anotherPasswordEndsTheSessionsElsewhere(Contest contest) {
    Person person = contest.join("Clave", "Cali");
    String elsewhere = contest.login(person.email());

    Answer wrong = password(contest, person.token(), "not-this-one", ANOTHER_PASSWORD);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.object().getString("code")).isEqualTo("wrong_password");
    assertThat(password(contest, person.token(), Contest.PASSWORD, "12345678").status())
        .isEqualTo(400);
    Answer changed = password(contest, person.token(), Contest.PASSWORD, ANOTHER_PASSWORD);

    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    String fresh = changed.object().getString("access_token");
    assertThat(contest.get("/api/me", fresh).status()).isEqualTo(200);
    await().atMost(SOON).until(() -> contest.get("/api/me", elsewhere).status() == 401);
    assertThat(contest.get("/api/me", person.token()).status()).isEqualTo(401);
    assertThat(contest.get("/api/me", fresh).status()).isEqualTo(200);
    assertThat(contest.loginForm(person.email(), Contest.PASSWORD).status()).isEqualTo(401);
    assertThat(contest.loginForm(person.email(), ANOTHER_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anAvatarIsShownToEveryoneAndGoesAgain(Contest contest) throws IOException {
    Person person = contest.join("Retrato", "Cali");
    assertThat(contest.get("/api/me", person.token()).object().isNull("avatar_url")).isTrue();

    Answer first = avatar(contest, person.token(), "image/png", picture("png", 640, 480));
    assertThat(first.status()).as("%s", first).isEqualTo(200);
    String address = first.object().getString("avatar_url");
    Answer shown = contest.get(address, null);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(shown.header("Cache-Control")).contains("immutable");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(256, 256);

    byte[] head =
        """
        --anb
        Content-Disposition: form-data; name="avatar"; filename="../../x.html"
        Content-Type: text/html

        """
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "\r\n--anb--\r\n".getBytes(StandardCharsets.US_ASCII);
    Answer second =
        avatar(
            contest,
            person.token(),
            "multipart/form-data; boundary=anb",
            joined(head, picture("jpeg", 300, 300), tail));
    assertThat(second.status()).as("%s", second).isEqualTo(200);
    assertThat(second.object().getString("avatar_url")).isNotEqualTo(address);

    for (byte[] nonsense :
        List.of(
            new byte[0],
            "<script>".getBytes(StandardCharsets.US_ASCII),
            new byte[2 * 1024 * 1024 + 1],
            picture("png", 9000, 2))) {
      Answer refused = avatar(contest, person.token(), "image/png", nonsense);
      assertThat(refused.status()).as("%s", refused).isEqualTo(400);
      assertThat(refused.object().getJsonArray("errors").toString()).contains("avatar", "image_");
    }
    assertThat(avatar(contest, person.token(), "text/html", new byte[9]).status()).isEqualTo(415);

    assertThat(contest.delete("/api/me/avatar", person.token()).status()).isEqualTo(204);
    assertThat(contest.get(address, null).status()).isEqualTo(404);
    assertThat(contest.get("/api/me", person.token()).object().isNull("avatar_url")).isTrue();
  }

  @Test
  void theExportHoldsEverythingButSecrets(Contest contest, LocalStack stack) throws Exception {
    Person person = contest.join("Curiosa", "Cali");
    String own = published(stack, person, "Mi clip");
    Person other = contest.join("Ajena", "Cali");
    String others = published(stack, other, "Clip ajeno");
    assertThat(contest.vote(others, person).status()).isEqualTo(200);
    judged(stack, person, others);
    new Database(stack)
        .run(
            """
            insert into jury_conflict (id, juror_id, player_id, reason, declared_at, declared_by)
            values ('%1$s', '%2$s', '%3$s', 'Es mi prima', now(), '%2$s')
            """
                .formatted(UUID.randomUUID(), other.id(), person.id()),
            """
            insert into audit_entry (id, at, actor_id, action, subject_type, subject_id, reason)
            values ('%s', now(), '%s', 'video.take_down', 'video', '%s', 'Publicidad')
            """
                .formatted(UUID.randomUUID(), person.id(), others));

    Answer answer = contest.get("/api/me/export", person.token());

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("Content-Disposition")).startsWith("attachment");
    JsonObject data = answer.object();
    assertThat(data.getJsonObject("account").getString("email")).isEqualTo(person.email());
    assertThat(data.getJsonArray("clips").getJsonObject(0).getString("video_id")).isEqualTo(own);
    JsonObject vote = data.getJsonArray("votes").getJsonObject(0);
    assertThat(vote.getString("title")).isEqualTo("Clip ajeno");
    assertThat(vote.getString("cast_at")).endsWith("Z");
    assertThat(data.getJsonArray("sessions")).hasSize(1);
    JsonObject event = data.getJsonArray("vote_events").getJsonObject(0);
    assertThat(event.getString("kind")).isEqualTo("cast");
    assertThat(event.getString("video_id")).isEqualTo(others);
    JsonObject sheet = data.getJsonArray("judged").getJsonObject(0);
    assertThat(sheet.getString("state")).isEqualTo("draft");
    assertThat(sheet.getString("comment")).isEqualTo("Buen tiro");
    assertThat(sheet.getJsonArray("scores").toString())
        .isEqualTo("[{\"criterion\":\"shooting\",\"value\":7.5}]");
    assertThat(sheet.toString()).as("blind").doesNotContain(others, "Clip ajeno");
    JsonObject conflict = data.getJsonArray("conflicts").getJsonObject(0);
    assertThat(conflict.getString("reason")).isEqualTo("Es mi prima");
    assertThat(conflict.getBoolean("as_player")).isTrue();
    assertThat(conflict.getBoolean("as_juror")).isFalse();
    assertThat(conflict.getBoolean("declared_by_me")).isFalse();
    JsonObject act = data.getJsonArray("own_acts").getJsonObject(0);
    assertThat(act.getString("action")).isEqualTo("video.take_down");
    assertThat(act.getString("subject_id")).isEqualTo(others);
    JsonObject signIn = data.getJsonArray("security_events").getJsonObject(0);
    assertThat(signIn.getString("kind")).isEqualTo("sign_in");
    assertThat(signIn.getString("outcome")).isEqualTo("done");
    assertThat(answer.text()).doesNotContain("argon2", "hash", other.id());
  }

  @Test
  void aDeletedAccountLeavesVotesAndNothingElse(Contest contest, LocalStack stack)
      throws Exception {
    Person person = contest.join("Fugaz", "Cali");
    Person other = contest.join("Sigue", "Cali");
    String own = published(stack, person, "Se va");
    List<Path> files =
        Stream.of(".mp4", ".jpg", "-small.jpg").map(ending -> file(stack, own, ending)).toList();
    for (Path file : files) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "not really a clip");
    }
    List<String> liked = List.of(published(stack, other, "Uno"), published(stack, other, "Dos"));
    for (String video : liked) {
      assertThat(contest.vote(video, person).status()).isEqualTo(200);
      event(stack, video, person);
    }
    assertThat(contest.vote(own, other).status()).isEqualTo(200);
    Answer avatar = avatar(contest, person.token(), "image/png", picture("png", 300, 300));
    String address = avatar.object().getString("avatar_url");
    assertThat(contest.get(address, null).status()).isEqualTo(200);

    assertThat(contest.delete("/api/me", person.token()).status()).isEqualTo(204);

    await().atMost(SOON).until(() -> contest.get("/api/me", person.token()).status() == 401);
    assertThat(contest.loginForm(person.email(), Contest.PASSWORD).status()).isEqualTo(401);
    assertThat(contest.get(address, null).status()).isEqualTo(404);
    assertThat(contest.get("/api/public/videos/" + own, null).status()).isEqualTo(404);
    assertThat(files).noneMatch(Files::exists);
    String everywhere =
        """
        select (select count(*) from account where id = '%1$s')
             + (select count(*) from account_session where account_id = '%1$s')
             + (select count(*) from video where owner_id = '%1$s')
             + (select count(*) from vote where voter_id = '%1$s')
             + (select count(*) from vote_event where voter_id = '%1$s')
        """
            .formatted(person.id());
    assertThat(new Database(stack).value(everywhere)).isEqualTo("0");
    for (String video : liked) {
      await()
          .atMost(Duration.ofSeconds(5))
          .until(
              () -> contest.get("/api/public/videos/" + video, null).object().getInt("votes") == 1);
      // The trail still fits the vote, and tells nothing more.
      assertThat(
              new Database(stack)
                  .value(
                      """
                      select count(*) from vote v join vote_event e using (video_id, voter_id)
                      where video_id = '%s' and address_hash is null and network_hash is null
                        and agent_hash is null
                      """
                          .formatted(video)))
          .isNotEqualTo("0");
    }
    String voters =
        "select count(distinct voter_id) from vote where video_id in ('%s', '%s')"
            .formatted(liked.get(0), liked.get(1));
    assertThat(new Database(stack).value(voters)).isEqualTo("2");
    assertThat(
            new Database(stack)
                .value(
                    "select count(*) from audit_entry where action = 'account.delete' and"
                        + " subject_id ="
                        + " '%s'".formatted(person.id())))
        .isEqualTo("1");
  }

  @Test
  void administratorsGiveRolesAndShutAccounts(Contest contest, LocalStack stack) throws Exception {
    String admin = admin(contest, stack);
    Person person = contest.join("Futura", "Cali");
    String path = "/api/admin/accounts/" + person.id();
    assertThat(contest.get("/api/admin/accounts", person.token()).status()).isEqualTo(403);

    Answer list = contest.get("/api/admin/accounts?q=" + person.email(), admin);
    assertThat(list.array()).hasSize(1);
    assertThat(list.header("X-Total-Count")).isEqualTo("1");
    assertThat(contest.get("/api/admin/accounts?role=nobody", admin).status()).isEqualTo(400);
    assertThat(contest.get("/api/admin/accounts/x", admin).status()).isEqualTo(404);
    assertThat(contest.get(path, admin).object().getInt("sessions")).isEqualTo(1);

    JsonObject session = login(contest, person.email(), Contest.PASSWORD).object();
    Map<String, String> juror = Map.of("role", "juror", "reason", "Conoce el juego");
    assertThat(put(contest, path + "/role", admin, Map.of("role", "juror")).status())
        .isEqualTo(400);
    assertThat(put(contest, path + "/role", admin, Map.of("role", "king", "reason", "x")).status())
        .isEqualTo(400);
    assertThat(put(contest, path + "/role", person.token(), juror).status()).isEqualTo(403);
    Answer assigned = put(contest, path + "/role", admin, juror);
    assertThat(assigned.status()).as("%s", assigned).isEqualTo(200);
    assertThat(assigned.object().getString("role")).isEqualTo("juror");
    await().atMost(SOON).until(() -> contest.get("/api/me", person.token()).status() == 401);
    Answer refreshed =
        contest.postJson(
            "/api/auth/refresh", Map.of("refresh_token", session.getString("refresh_token")), null);
    assertThat(refreshed.status()).as("%s", refreshed).isEqualTo(200);
    String token = refreshed.object().getString("access_token");
    assertThat(contest.get("/api/me", token).object().getString("role")).isEqualTo("juror");

    assertThat(contest.postJson(path + "/disable", Map.of(), admin).status()).isEqualTo(400);
    assertThat(contest.postJson(path + "/disable", Map.of("reason", "Trampa"), admin).status())
        .isEqualTo(200);
    await().atMost(SOON).until(() -> contest.get("/api/me", token).status() == 401);
    Answer shut = login(contest, person.email(), Contest.PASSWORD);
    assertThat(shut.status()).isEqualTo(401);
    assertThat(shut.object().getString("code")).isEqualTo("account_disabled");
    assertThat(login(contest, person.email(), "not-this-one").object().getString("code"))
        .isEqualTo("invalid_credentials");
    assertThat(
            contest
                .postJson(
                    "/api/auth/refresh",
                    Map.of("refresh_token", refreshed.object().getString("refresh_token")),
                    null)
                .status())
        .isEqualTo(401);
    assertThat(contest.post(path + "/enable", admin).status()).isEqualTo(200);
    assertThat(login(contest, person.email(), Contest.PASSWORD).status()).isEqualTo(200);

    assertThat(
            new Database(stack)
                .value(
                    "select string_agg(action || ' ' || coalesce(reason, '-'), ', ' order by at)"
                        + " from"
                        + " audit_entry where subject_id = '%s'".formatted(person.id())))
        .isEqualTo("account.assign_role Conoce el juego, account.disable Trampa, account.enable -");
  }

  @Test
  void thereIsAlwaysAnAdministrator(Contest contest, LocalStack stack) throws Exception {
    String admin = admin(contest, stack);
    String own =
        "/api/admin/accounts/" + contest.get("/api/me", admin).object().getString("user_id");

    for (Answer refused :
        List.of(
            put(contest, own + "/role", admin, Map.of("role", "player", "reason", "x")),
            contest.postJson(own + "/disable", Map.of("reason", "x"), admin))) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.object().getString("code")).isEqualTo("own_account");
    }
    // Other tests make administrators of their own.
    String others =
        "select string_agg('''' || id || '''', ',') from account where role = 'ADMIN' and email <>"
            + " '%s'".formatted(stack.adminEmail());
    String ids = new Database(stack).value(others);
    if (ids != null) {
      new Database(stack).run("update account set role = 'PLAYER' where id in (%s)".formatted(ids));
    }
    try {
      Answer refused = contest.delete("/api/me", admin);
      assertThat(refused.status()).as("%s", refused).isEqualTo(400);
      assertThat(refused.object().getString("code")).isEqualTo("last_admin");
    } finally {
      if (ids != null) {
        new Database(stack)
            .run("update account set role = 'ADMIN' where id in (%s)".formatted(ids));
      }
    }
  }

  private static String admin(Contest contest, LocalStack stack) throws IOException {
    String password = Files.readString(stack.adminPasswordFile()).strip();
    Answer answer = login(contest, stack.adminEmail(), password);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.object().getString("access_token");
  }

  private static Answer login(Contest contest, String email, String password) {
    return contest.postJson("/api/auth/login", Map.of("email", email, "password", password), null);
  }

  private static Answer password(Contest contest, String token, String present, String wanted) {
    return contest.postJson(
        "/api/me/password",
        Map.of("current_password", present, "password1", wanted, "password2", wanted),
        token);
  }

  private static Answer avatar(Contest contest, String token, String type, byte[] body) {
    return contest.send("PUT", "/api/me/avatar", token, Map.of("Content-Type", type), body);
  }

  private static Answer put(
      Contest contest, String path, String token, Map<String, String> members) {
    var body = Json.createObjectBuilder();
    members.forEach(body::add);
    return contest.send(
        "PUT", path, token, JSON, body.build().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> profile(String firstName, String city) {
    Map<String, String> profile = new LinkedHashMap<>();
    profile.put("first_name", firstName);
    profile.put("last_name", "Prueba");
    profile.put("city", city);
    profile.put("country", "Colombia");
    return profile;
  }

  private static String plus(String text) {
    return text.replace(' ', '+');
  }

  /** As if it had been processed; nobody looks at its picture here. */
  private static String published(LocalStack stack, Person owner, String title)
      throws SQLException {
    UUID id = UUID.randomUUID();
    new Database(stack)
        .run(
            """
            insert into video (id, owner_id, title, status, uploaded_at, processed_at, published_at,
                               source_bytes, source_duration_ms, source_width, source_height,
                               duration_ms)
            values ('%s', '%s', '%s', 'PROCESSED', now(), now(), now(), 1, 30000, 1920, 1080, 30000)
            """
                .formatted(id, owner.id(), title));
    return id.toString();
  }

  /** A draft with one score. */
  private static void judged(LocalStack stack, Person juror, String videoId) throws SQLException {
    UUID id = UUID.randomUUID();
    new Database(stack)
        .run(
            """
            insert into jury_assignment (id, juror_id, video_id, number, created_at, created_by)
            values ('%1$s', '%2$s', '%3$s', 1, now(), '%2$s')
            """
                .formatted(id, juror.id(), videoId),
            """
            insert into jury_sheet (assignment_id, juror_id, video_id, comment, version, saved_at)
            values ('%s', '%s', '%s', 'Buen tiro', 1, now())
            """
                .formatted(id, juror.id(), videoId),
            """
            insert into jury_score (assignment_id, criterion_id, value)
            select '%s', id, 7.5 from jury_criterion where code = 'shooting'
            """
                .formatted(id));
  }

  private static void event(LocalStack stack, String videoId, Person voter) throws SQLException {
    new Database(stack)
        .run(
            """
            insert into vote_event (at, kind, video_id, voter_id, address_hash, network_hash, agent_hash)
            values (now(), 'CAST', '%s', '%s', 'a', 'n', 'g')
            """
                .formatted(videoId, voter.id()));
  }

  private static Path file(LocalStack stack, String videoId, String ending) {
    return stack.mediaRoot().resolve(Backstage.publicPath(videoId, ending));
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}
