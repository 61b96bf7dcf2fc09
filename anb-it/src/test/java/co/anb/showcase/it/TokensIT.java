package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an attacker would try with tokens and passwords. */
@ExtendWith(RunningStack.class)
class TokensIT {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String RS256 = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

  @Test
  void tokensThatWeDidNotSignAreRefused(Contest contest, LocalStack stack) throws Exception {
    Person person = contest.join("Legítima", "Cali");
    JsonObject claims = claims(person.token());
    PrivateKey ours = privateKey(stack);
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    PrivateKey another = generator.generateKeyPair().getPrivate();
    // Signed by us it is good: what is refused below is not refused for its form.
    assertThat(me(contest, signed(claims, ours)).status()).isEqualTo(200);

    String signature = person.token().substring(person.token().lastIndexOf('.'));
    JsonObject escalated =
        Json.createObjectBuilder(claims)
            .add("groups", Json.createArrayBuilder().add("ADMIN"))
            .build();
    byte[] publicPem = Files.readAllBytes(publicKey(stack));
    assertRefused(contest, encoded("{\"alg\":\"none\"}") + "." + encoded(claims.toString()) + ".");
    assertRefused(
        contest, encoded("{\"alg\":\"none\"}") + "." + encoded(claims.toString()) + signature);
    assertRefused(contest, hmac(claims, publicPem));
    assertRefused(contest, hmac(claims, der(publicPem)));
    assertRefused(contest, signed(claims, another));
    assertRefused(contest, encoded(RS256) + "." + encoded(escalated.toString()) + signature);
    assertRefused(contest, person.token().substring(0, person.token().lastIndexOf('.') + 1));
    assertRefused(contest, signed(with(claims, "iss", "somebody"), ours));
    long hourAgo = Instant.now().minus(Duration.ofHours(1)).getEpochSecond();
    assertRefused(contest, signed(with(claims, "exp", hourAgo), ours));
  }

  @Test
  void bodiesDoNotMakeAnAdministrator(Contest contest) {
    String email = "escala-" + UUID.randomUUID() + "@anb.example";
    Map<String, String> body = Contest.person(email, "Escala", "Cali");
    body.put("role", "admin");
    body.put("groups", "ADMIN");
    assertThat(contest.signup(body).status()).isEqualTo(201);
    String token = contest.login(email);

    body.put("email", "otra-" + email);
    Answer changed =
        contest.send(
            "PUT", "/api/me", token, Map.of("Content-Type", "application/json"), json(body));

    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    JsonObject me = me(contest, token).object();
    assertThat(me.getString("role")).isEqualTo("player");
    assertThat(me.getString("email")).isEqualTo(email);
    assertThat(contest.get("/api/admin/accounts", token).status()).isEqualTo(403);
    assertThat(contest.get("/api/admin/accounts", contest.login(email)).status()).isEqualTo(403);
    assertThat(contest.get("/api/admin/accounts", null).status()).isEqualTo(401);
  }

  @Test
  void aRefreshTokenIsGoodForOneUse(Contest contest) {
    Person person = contest.join("Rotación", "Cali");
    JsonObject first = session(contest, person);
    assertThat(first.getInt("expires_in")).isEqualTo(3600);
    assertThat(first.getInt("refresh_expires_in")).isPositive();

    JsonObject second = refreshed(contest, first.getString("refresh_token"));
    assertThat(me(contest, second.getString("access_token")).status()).isEqualTo(200);
    JsonObject third = refreshed(contest, second.getString("refresh_token"));

    // The thief's try, or the owner's after the thief's: the family is over.
    assertProblem(refresh(contest, first.getString("refresh_token")), 401, "invalid_refresh_token");
    assertProblem(refresh(contest, third.getString("refresh_token")), 401, "invalid_refresh_token");
    for (JsonObject tokens : List.of(first, second, third)) {
      await()
          .atMost(SOON)
          .until(() -> me(contest, tokens.getString("access_token")).status() == 401);
    }
    // Sessions elsewhere go on.
    assertThat(me(contest, person.token()).status()).isEqualTo(200);
    for (String nonsense : List.of("", "x", "a".repeat(64), "a".repeat(10_000))) {
      assertProblem(refresh(contest, nonsense), 401, "invalid_refresh_token");
    }
    assertThat(contest.postText("/api/auth/refresh", "{}", null).status()).isEqualTo(401);
  }

  @Test
  void manyWhoSendOneRefreshTokenAtOnceGetOneSuccessor(Contest contest) throws Exception {
    Person person = contest.join("Carrera", "Cali");
    String token = session(contest, person).getString("refresh_token");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Answer> call = () -> refresh(contest, token);
      List<Future<Answer>> answers =
          threads.invokeAll(List.of(call, call, call, call, call, call, call, call));
      Set<String> successors = new HashSet<>();
      for (Future<Answer> each : answers) {
        Answer answer = each.get();
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        successors.add(answer.object().getString("refresh_token"));
      }
      assertThat(successors).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aLostAnswerIsRepeatedToTheSameNetworkOnly(Contest contest) {
    Person person = contest.join("Señal Débil", "Cali");
    String token = session(contest, person).getString("refresh_token");
    JsonObject lost = refresh(contest, token, "198.51.100.20").object();
    JsonObject again = refresh(contest, token, "198.51.100.20").object();
    assertThat(again.getString("refresh_token")).isEqualTo(lost.getString("refresh_token"));
    assertThat(me(contest, again.getString("access_token")).status()).isEqualTo(200);

    // A thief elsewhere who has the same token ends the session, as before.
    assertProblem(refresh(contest, token, "198.51.100.21"), 401, "invalid_refresh_token");
    assertProblem(
        refresh(contest, again.getString("refresh_token"), "198.51.100.20"),
        401,
        "invalid_refresh_token");
  }

  @Test
  void peopleSeeTheirSessionsAndEndSingleOnes(Contest contest) {
    Person person = contest.join("Sesiones", "Cali");
    Person other = contest.join("Otra", "Cali");
    String elsewhere = session(contest, person).getString("access_token");
    List<JsonObject> sessions =
        contest.get("/api/me/sessions", person.token()).array().getValuesAs(JsonObject.class);
    assertThat(sessions).hasSize(2);
    assertThat(sessions).filteredOn(each -> each.getBoolean("current")).hasSize(1);
    String id =
        sessions.stream()
            .filter(each -> !each.getBoolean("current"))
            .findFirst()
            .orElseThrow()
            .getString("session_id");

    assertThat(contest.delete("/api/me/sessions/" + id, other.token()).status()).isEqualTo(404);
    assertThat(me(contest, elsewhere).status()).isEqualTo(200);
    assertThat(contest.delete("/api/me/sessions/" + id, person.token()).status()).isEqualTo(204);
    await().atMost(SOON).until(() -> me(contest, elsewhere).status() == 401);
    assertThat(me(contest, person.token()).status()).isEqualTo(200);
    assertThat(contest.delete("/api/me/sessions/x", person.token()).status()).isEqualTo(404);
  }

  @Test
  void deletingTheAccountOnThePageTakesThePassword(Contest contest) {
    Person person = contest.join("Borrada", "Cali");
    Map<String, String> wrong = Map.of("password", "wrong");
    assertProblem(
        contest.postJson("/api/me/deletion", wrong, person.token()), 400, "wrong_password");
    assertThat(me(contest, person.token()).status()).isEqualTo(200);
    Map<String, String> right = Map.of("password", Contest.PASSWORD);
    assertThat(contest.postJson("/api/me/deletion", right, person.token()).status()).isEqualTo(204);
    assertThat(me(contest, person.token()).status()).isEqualTo(401);
  }

  @Test
  void logoutTakesEffectSoonAlsoWhereNoTokenIsNeeded(Contest contest) {
    Person person = contest.join("Salida", "Cali");
    JsonObject here = session(contest, person);
    String token = here.getString("access_token");

    assertThat(contest.post("/api/auth/logout", token).status()).isEqualTo(204);

    await().atMost(SOON).until(() -> me(contest, token).status() == 401);
    assertProblem(contest.get("/api/public/videos", token), 401, "unauthorized");
    assertThat(contest.get("/api/public/videos", null).status()).isEqualTo(200);
    assertProblem(refresh(contest, here.getString("refresh_token")), 401, "invalid_refresh_token");

    assertThat(me(contest, person.token()).status()).isEqualTo(200);
    String another = session(contest, person).getString("access_token");
    assertThat(contest.post("/api/auth/logout-all", person.token()).status()).isEqualTo(204);
    await().atMost(SOON).until(() -> me(contest, person.token()).status() == 401);
    assertThat(me(contest, another).status()).isEqualTo(401);
    assertThat(me(contest, contest.login(person.email())).status()).isEqualTo(200);
  }

  @Test
  void anotherServersRevocationIsHeardOf(Contest contest, LocalStack stack) throws Exception {
    Person person = contest.join("Lejos", "Cali");
    String session = claims(person.token()).getString("sid");
    assertThat(me(contest, person.token()).status()).isEqualTo(200);

    // What another server writes.
    new Database(stack)
        .run(
            "insert into revocation values ('%s', 2147483647, now(), now() + interval '1 hour')"
                .formatted(session));

    await().atMost(SOON).until(() -> me(contest, person.token()).status() == 401);
  }

  @Test
  void tryingPasswordsOutIsStopped(Contest contest, LocalStack stack) throws IOException {
    Person person = contest.join("Asediada", "Cali");
    String unknown = "nadie-" + UUID.randomUUID() + "@anb.example";
    for (String email : List.of(person.email(), unknown)) {
      for (int i = 0; i < 5; i++) {
        assertProblem(
            login(contest, email, "wrong-" + i, "198.51.100.7"), 401, "invalid_credentials");
      }
      Answer refused = login(contest, email, "wrong-again", "198.51.100.7");
      assertProblem(refused, 429, "too_many_requests");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 11);
    }
    assertThat(reasonPhrase(stack, person.email())).isEqualTo("Too Many Requests");
    // Neither does the right password help before the wait is over ...
    assertThat(login(contest, person.email(), Contest.PASSWORD, "198.51.100.7").status())
        .isEqualTo(429);
    // ... nor an address that the client makes up itself, further left ...
    assertThat(login(contest, person.email(), Contest.PASSWORD, "8.8.8.8, 198.51.100.7").status())
        .isEqualTo(429);
    // ... but the owner, who is somewhere else, gets in.
    assertThat(login(contest, person.email(), Contest.PASSWORD, "198.51.100.8").status())
        .isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> login(contest, person.email(), Contest.PASSWORD, "198.51.100.7").status() == 200);
  }

  /** Of the server's own port, since Nginx would put its own in its place. */
  private static String reasonPhrase(LocalStack stack, String email) throws IOException {
    var connection =
        (HttpURLConnection) stack.baseUrl().resolve("/api/auth/login").toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setRequestProperty("X-Forwarded-For", "198.51.100.7");
    try (OutputStream body = connection.getOutputStream()) {
      body.write(json(Map.of("email", email, "password", "wrong")));
    }
    return connection.getResponseMessage();
  }

  private static Answer login(Contest contest, String email, String password, String forwarded) {
    return contest.send(
        "POST",
        "/api/auth/login",
        null,
        Map.of("Content-Type", "application/json", "X-Forwarded-For", forwarded),
        json(Map.of("email", email, "password", password)));
  }

  private static Answer me(Contest contest, String token) {
    return contest.get("/api/me", token);
  }

  private static JsonObject session(Contest contest, Person person) {
    return contest
        .postJson(
            "/api/auth/login", Map.of("email", person.email(), "password", Contest.PASSWORD), null)
        .object();
  }

  private static Answer refresh(Contest contest, String token) {
    return contest.postJson("/api/auth/refresh", Map.of("refresh_token", token), null);
  }

  private static Answer refresh(Contest contest, String token, String forwarded) {
    return contest.send(
        "POST",
        "/api/auth/refresh",
        null,
        Map.of("Content-Type", "application/json", "X-Forwarded-For", forwarded),
        json(Map.of("refresh_token", token)));
  }

  private static JsonObject refreshed(Contest contest, String token) {
    Answer answer = refresh(contest, token);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.object();
  }

  private static void assertRefused(Contest contest, String token) {
    assertProblem(me(contest, token), 401, "unauthorized");
    assertThat(contest.get("/api/admin/accounts", token).status()).isEqualTo(401);
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.object().getString("code")).isEqualTo(code);
    if (status == 401) {
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
  }

  private static JsonObject claims(String token) {
    String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    try (var reader =
        Json.createReader(
            new StringReader(
                new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8)))) {
      return reader.readObject();
    }
  }

  private static JsonObject with(JsonObject claims, String name, String value) {
    return Json.createObjectBuilder(claims).add(name, value).build();
  }

  private static JsonObject with(JsonObject claims, String name, long value) {
    return Json.createObjectBuilder(claims).add(name, value).build();
  }

  private static String signed(JsonObject claims, PrivateKey key) throws Exception {
    String content = encoded(RS256) + "." + encoded(claims.toString());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + encoded(signature.sign());
  }

  /** The trick that takes the public key, which everybody may know, for a shared secret. */
  private static String hmac(JsonObject claims, byte[] secret) throws Exception {
    String content =
        encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(claims.toString());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
  }

  private static PrivateKey privateKey(LocalStack stack) throws Exception {
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(der(Files.readAllBytes(stack.tokenKeyFile()))));
  }

  private static Path publicKey(LocalStack stack) {
    return stack.tokenKeyFile().resolveSibling("jwt-public.pem");
  }

  private static byte[] der(byte[] pem) {
    return Base64.getMimeDecoder()
        .decode(new String(pem, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----", ""));
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] json(Map<String, String> body) {
    var object = Json.createObjectBuilder();
    body.forEach(object::add);
    return object.build().toString().getBytes(StandardCharsets.UTF_8);
  }
}
