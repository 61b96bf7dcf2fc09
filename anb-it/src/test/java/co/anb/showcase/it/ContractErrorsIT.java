package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error cases of the contract, with their codes and fixed texts. */
@ExtendWith(RunningStack.class)
class ContractErrorsIT {

  private static final String UNKNOWN = UUID.randomUUID().toString();

  @Test
  void signupRefusesWhatTheContractRefuses(Contest contest) {
    String email = "Ana." + UUID.randomUUID() + "@anb.example";
    var body = Contest.person(email, "Ana", "bogota");
    Answer created = contest.signup(body);
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    assertThat(created.object().getString("message")).isEqualTo("Usuario creado exitosamente.");
    assertThat(created.object().getString("detail")).isEqualTo("User created successfully");
    assertThat(created.object().getString("city")).isEqualTo("Bogotá");
    assertThat(created.text()).doesNotContain("password");

    body.put("email", email.toUpperCase(java.util.Locale.ROOT));
    assertProblem(contest.signup(body), 400, "email_taken", "User already exists");

    var differing = Contest.person("b" + email, "Ana", "bogota");
    differing.put("password2", "otra-Clave-9");
    assertProblem(contest.signup(differing), 400, "passwords_differ", "Passwords do not match");

    for (String field : List.copyOf(body.keySet())) {
      var missing = Contest.person("c" + email, "Ana", "bogota");
      missing.remove(field);
      Answer answer = contest.signup(missing);
      assertThat(answer.status()).as("without %s: %s", field, answer).isEqualTo(400);
      assertThat(answer.object().getJsonArray("errors").toString()).contains(field);
    }
    for (String weak : List.of("corta1", "password", "12345678")) {
      var careless = Contest.person("d" + email, "Ana", "bogota");
      careless.put("password1", weak);
      careless.put("password2", weak);
      assertThat(contest.signup(careless).status()).as(weak).isEqualTo(400);
    }
    assertThat(contest.postText("/api/auth/signup", "{not json", null).status()).isEqualTo(400);
  }

  @Test
  void loginAnswersInJsonAndFormAndRefusesInTheSameWords(Contest contest) {
    Person person = contest.join("Eva", "Cali");
    Answer form = contest.loginForm(person.email(), Contest.PASSWORD);
    assertThat(form.status()).as("%s", form).isEqualTo(200);
    assertThat(form.object().getString("token_type")).isEqualTo("bearer");
    assertThat(form.object().getInt("expires_in")).isEqualTo(3600);

    Answer wrong =
        contest.postJson(
            "/api/auth/login", Map.of("email", person.email(), "password", "nope-nope"), null);
    Answer unknown =
        contest.postJson(
            "/api/auth/login", Map.of("email", "no@anb.example", "password", "nope-nope"), null);
    assertProblem(wrong, 401, "invalid_credentials", "Invalid credentials");
    assertProblem(unknown, 401, "invalid_credentials", "Invalid credentials");
    assertThat(wrong.object().getString("message"))
        .isEqualTo(unknown.object().getString("message"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/videos", "/api/me", "/api/videos/" + "x", "/api/jobs/x"})
  void privateEndpointsWantAToken(String path, Contest contest) {
    String detail = "Unauthorized. Could not validate credentials";
    String forged = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.";
    for (String token : new String[] {null, "rubbish", forged}) {
      Answer answer = contest.get(path, token);
      assertProblem(answer, 401, "unauthorized", detail);
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
  }

  @Test
  void uploadAndVoteWantAToken(Contest contest, SampleClips clips) throws Exception {
    assertThat(contest.upload(null, clips.light(), "x").status()).isEqualTo(401);
    assertThat(contest.vote(UNKNOWN, null).status()).isEqualTo(401);
    assertThat(contest.delete("/api/videos/" + UNKNOWN, null).status()).isEqualTo(401);
  }

  @Test
  void unknownAndMalformedIdsAre404(Contest contest) {
    Person person = contest.join("Iris", "Cali");
    for (String id : List.of(UNKNOWN, "no-uuid", "1")) {
      assertProblem(
          contest.get("/api/videos/" + id, person.token()),
          404,
          "video_not_found",
          "Video not found");
      assertProblem(
          contest.delete("/api/videos/" + id, person.token()),
          404,
          "video_not_found",
          "Video not found");
      assertProblem(contest.vote(id, person), 404, "video_not_found", "Video not found");
      assertProblem(
          contest.get("/api/public/videos/" + id, null), 404, "video_not_found", "Video not found");
    }
    Answer nowhere = contest.get("/api/nowhere", null);
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void anothersVideoIsForbiddenAndAPublishedOneStays(Contest contest, SampleClips clips)
      throws Exception {
    Person owner = contest.join("Dueña", "Ibagué");
    Person other = contest.join("Otro", "Ibagué");
    String waiting = contest.accepted(owner, clips.light(), "Para borrar");
    assertThat(contest.get("/api/videos/" + waiting, other.token()).status()).isEqualTo(403);
    assertThat(contest.delete("/api/videos/" + waiting, other.token()).status()).isEqualTo(403);
    assertThat(contest.get("/api/jobs/" + waiting, other.token()).status()).isIn(403, 404);
    Answer deleted = contest.delete("/api/videos/" + waiting, owner.token());
    assertThat(deleted.status()).as("%s", deleted).isEqualTo(200);
    assertThat(deleted.object().getString("message"))
        .isEqualTo("El video ha sido eliminado exitosamente.");
    assertThat(contest.get("/api/videos/" + waiting, owner.token()).status()).isEqualTo(404);

    String published = contest.accepted(owner, clips.light(), "Se queda");
    contest.processed(owner, published);
    assertProblem(
        contest.delete("/api/videos/" + published, owner.token()),
        400,
        "not_deletable",
        "Cannot delete a public (published) video");
    assertThat(contest.vote(published, other).status()).isEqualTo(200);
    assertProblem(
        contest.vote(published, other), 400, "already_voted", "Ya has votado por este video.");
    JsonObject seen = contest.get("/api/public/videos/" + published, other.token()).object();
    assertThat(seen.getBoolean("user_vote")).isTrue();
    assertThat(contest.get("/api/public/videos/" + published, null).object().isNull("user_vote"))
        .isTrue();
  }

  @Test
  void aRepeatedUploadWithTheSameKeyAnswersTheFirstResult(Contest contest, SampleClips clips)
      throws Exception {
    Person person = contest.join("Doble", "Yopal");
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = contest.upload(person, clips.light(), "Una vez", key);
    Answer second = contest.upload(person, clips.light(), "Una vez", key);
    assertThat(second.object().getString("video_id"))
        .isEqualTo(first.object().getString("video_id"));
    Answer list = contest.get("/api/videos/", person.token());
    assertThat(list.array()).hasSize(1);
    assertThat(list.header("X-Total-Count")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "offset=-1", "page=0", "from=0"})
  void aWrongRankingParameterIs400(String query, Contest contest) {
    assertProblem(
        contest.get("/api/public/rankings?" + query, null),
        400,
        "invalid_parameter",
        "Parámetro inválido en la consulta.");
  }

  @Test
  void messagesFollowTheLanguageAndDetailsDoNot(Contest contest) {
    Answer spanish = contest.get("/api/public/rankings?limit=0", null);
    Answer english =
        contest.get("/api/public/rankings?limit=0", null, Map.of("Accept-Language", "en"));
    assertThat(english.object().getString("message"))
        .isNotEqualTo(spanish.object().getString("message"));
    assertThat(english.object().getString("detail"))
        .isEqualTo(spanish.object().getString("detail"));
  }

  @Test
  void whatIsNotProcessedYetCanNeitherBeSeenNorVotedFor(
      Contest contest, SampleClips clips, LocalStack stack) throws Exception {
    Person owner = contest.join("Pronto", "Ibagué");
    stack.stopWorker();
    String video;
    try {
      video = contest.accepted(owner, clips.light(), "Todavía no");
      JsonObject detail = contest.get("/api/videos/" + video + "/", owner.token()).object();
      assertThat(detail.getString("status")).isEqualTo("uploaded");
      assertThat(detail.keySet()).contains("processed_at", "processed_url", "poster_url");
      assertThat(detail.isNull("processed_url")).isTrue();
      String notYet = "El video aún no ha sido procesado.";
      for (String path : List.of("/%s/processed", "/processed/%s", "/%s/poster")) {
        assertProblem(
            contest.get("/api/videos" + path.formatted(video), owner.token()),
            400,
            "not_processed",
            notYet);
      }
      assertProblem(
          contest.post("/api/videos/" + video + "/publish", owner.token()),
          400,
          "not_processed",
          notYet);
      assertProblem(contest.vote(video, owner), 400, "not_published", "Video is not published");
      assertThat(contest.get("/api/public/videos/" + video, null).status()).isEqualTo(404);
      assertThat(contest.get("/api/videos/original/" + video, owner.token()).status())
          .isEqualTo(200);
      assertThat(contest.get("/api/videos/" + video + "/original", null).status()).isEqualTo(401);
    } finally {
      stack.startWorker();
    }
    contest.processed(owner, video);
    assertThat(contest.post("/api/videos/" + video + "/publish", owner.token()).status())
        .isEqualTo(200);
    assertProblem(
        contest.delete("/api/public/videos/" + video + "/vote", owner.token()),
        400,
        "not_voted",
        "No vote to take back");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/videos?limit=0",
        "/api/videos?offset=-1",
        "/api/videos?sort=title",
        "/api/public/videos?sort=worst",
        "/api/public/videos?limit=many",
        "/api/public/leaderboard?limit=0"
      })
  void aWrongListParameterIs400(String path, Contest contest) {
    Person person = contest.join("Lista", "Cali");
    assertProblem(
        contest.get(path, person.token()),
        400,
        "invalid_parameter",
        "Parámetro inválido en la consulta.");
  }

  @Test
  void membersThatNobodyKnowsAreIgnored(Contest contest) {
    var body = Contest.person("extra-" + UUID.randomUUID() + "@anb.example", "Extra", "Cali");
    body.put("role", "ADMIN");
    Answer created = contest.signup(body);
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    assertThat(contest.get("/api/me", contest.login(body.get("email"))).text())
        .doesNotContain("ADMIN");
  }

  /** Method, path and the refusals that a client must expect there. */
  static Stream<Arguments> endpoints() {
    return Stream.of(
        Arguments.of("post", "/api/auth/signup", List.of("201", "400")),
        Arguments.of("post", "/api/auth/login", List.of("200", "401")),
        Arguments.of("post", "/api/videos/upload", List.of("201", "400", "401")),
        Arguments.of("get", "/api/videos", List.of("200", "400", "401")),
        Arguments.of("get", "/api/videos/{video_id}", List.of("200", "401", "403", "404")),
        Arguments.of(
            "delete", "/api/videos/{video_id}", List.of("200", "400", "401", "403", "404")),
        Arguments.of("get", "/api/public/videos", List.of("200", "400")),
        Arguments.of("get", "/api/public/videos/{video_id}", List.of("200", "404")),
        Arguments.of(
            "post", "/api/public/videos/{video_id}/vote", List.of("200", "400", "401", "404")),
        Arguments.of(
            "delete", "/api/public/videos/{video_id}/vote", List.of("200", "400", "401", "404")),
        Arguments.of("get", "/api/public/rankings", List.of("200", "400")),
        Arguments.of("get", "/api/public/leaderboard", List.of("200", "400")),
        Arguments.of("get", "/api/public/my-votes", List.of("200", "401")),
        Arguments.of(
            "get", "/api/videos/{video_id}/original", List.of("200", "206", "401", "403", "404")),
        Arguments.of(
            "get",
            "/api/videos/{video_id}/processed",
            List.of("200", "206", "400", "401", "403", "404")),
        Arguments.of("get", "/api/videos/original/{video_id}", List.of("200", "401", "404")),
        Arguments.of("get", "/api/videos/processed/{video_id}", List.of("200", "400", "401")),
        Arguments.of(
            "post", "/api/videos/{video_id}/publish", List.of("200", "400", "401", "403", "404")),
        Arguments.of("put", "/api/videos/{video_id}/publish", List.of("200", "400", "401")),
        Arguments.of(
            "get", "/api/videos/{video_id}/events", List.of("200", "401", "403", "404", "429")),
        Arguments.of("get", "/api/jobs/{task_id}", List.of("200", "401", "403", "404")),
        Arguments.of("get", "/api/me", List.of("200", "401")),
        Arguments.of("get", "/api/cities", List.of("200")),
        Arguments.of("get", "/api/contest", List.of("200")),
        Arguments.of("get", "/api/health", List.of("200")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpoints")
  void theOpenApiDocumentDescribesEveryEndpointWithItsErrors(
      String method, String path, List<String> statuses, Contest contest) {
    Answer document = contest.get("/openapi", null, Map.of("Accept", "application/json"));
    JsonObject paths = document.object().getJsonObject("paths");
    assertThat(paths).containsKey(path);
    JsonObject operation = paths.getJsonObject(path).getJsonObject(method);
    assertThat(operation).as("%s %s", method, path).isNotNull();
    assertThat(operation.getString("summary")).isNotBlank();
    assertThat(operation.getJsonObject("responses").keySet()).containsAll(statuses);
  }

  @Test
  void healthIsTold(Contest contest) {
    assertThat(contest.get("/api/health", null).text()).isEqualTo("ok");
    assertThat(contest.get("/health", null).object().getString("status")).isEqualTo("UP");
  }

  private static void assertProblem(Answer answer, int status, String code, String detail) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonObject problem = answer.object();
    assertThat(problem.keySet())
        .contains("type", "title", "status", "instance", "code", "message", "detail");
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("code")).isEqualTo(code);
    assertThat(problem.getString("detail")).isEqualTo(detail);
  }
}
