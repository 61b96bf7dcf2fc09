package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an attacker tries who knows the password of an account with a second factor. */
@ExtendWith(RunningStack.class)
class SecondFactorIT {

  private static final Duration SOON = Duration.ofSeconds(3);
  private static final AtomicInteger NETWORKS = new AtomicInteger();
  private static final String FACTOR = "/api/me/second-factor";

  /** An enrolled account: the key of its app, and its recovery codes. */
  private record Enrolled(SecretKeySpec key, String spentCode, List<String> recoveryCodes) {}

  @Test
  void thePasswordAloneOpensNothing(Contest contest, LocalStack stack) throws Exception {
    Person admin = new Backstage(stack, contest).join("Dos Pasos", "ADMIN");
    Enrolled factor = enrol(contest, admin);

    refused(login(contest, admin, null), 401, "second_factor_required");
    refused(login(contest, admin, "000000"), 401, "invalid_second_factor");
    refused(contest.loginForm(admin.email(), Contest.PASSWORD), 401, "second_factor_required");
    // The code tells nothing to who does not know the password.
    refused(
        contest.postJson(
            "/api/auth/login",
            Map.of("email", admin.email(), "password", "wrong", "code", code(factor, 1)),
            null),
        401,
        "invalid_credentials");

    Answer in = login(contest, admin, code(factor, 1));
    assertThat(in.status()).as("%s", in).isEqualTo(200);
    String token = in.object().getString("access_token");
    assertThat(contest.get("/api/admin/accounts", token).status()).isEqualTo(200);
  }

  @Test
  void aCodeIsGoodOnceAlsoForManyAtTheSameTime(Contest contest) throws Exception {
    Person person = contest.join("Repetida", "Cali");
    Enrolled factor = enrol(contest, person);
    // The code of the enrolment is spent.
    refused(login(contest, person, factor.spentCode()), 401, "invalid_second_factor");

    assertThat(granted(contest, person, code(factor, 1))).isEqualTo(1);
    assertThat(granted(contest, person, factor.recoveryCodes().get(0))).isEqualTo(1);
    assertThat(login(contest, person, factor.recoveryCodes().get(1)).status()).isEqualTo(200);
  }

  private static int granted(Contest contest, Person person, String code) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Answer> call = () -> login(contest, person, code);
      int granted = 0;
      for (Future<Answer> each : threads.invokeAll(List.of(call, call, call, call))) {
        granted += each.get().status() == 200 ? 1 : 0;
      }
      return granted;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void guessingCodesIsStoppedButNotTheOwner(Contest contest) throws Exception {
    Person person = contest.join("Adivinada", "Cali");
    Enrolled factor = enrol(contest, person);
    int status = 0;
    for (int guess = 0; guess < 8 && status != 429; guess++) {
      status = login(contest, person, "00000" + guess).status();
      assertThat(status).isIn(401, 429);
    }
    assertThat(status).isEqualTo(429);
    // Now the right code does not help either; the owner has the recovery codes.
    assertThat(login(contest, person, code(factor, 1)).status()).isEqualTo(429);
    assertThat(login(contest, person, factor.recoveryCodes().get(0)).status()).isEqualTo(200);
  }

  @Test
  void secretsAndCodesDoNotLieInTheDatabase(Contest contest, Database database) throws Exception {
    Person person = contest.join("Cifrada", "Cali");
    Enrolled factor = enrol(contest, person);
    String stored =
        database.value(
            "select encode(secret, 'hex') from second_factor where account_id = '"
                + person.id()
                + "'");
    assertThat(stored).doesNotContain(HexFormat.of().formatHex(factor.key().getEncoded()));
    String codes =
        database.value(
            "select string_agg(encode(hash, 'escape'), ' ') from recovery_code where account_id = '"
                + person.id()
                + "'");
    assertThat(codes).doesNotContainIgnoringCase(factor.recoveryCodes().get(0).replace("-", ""));
  }

  @Test
  void whoFindsADeviceUnlockedChangesNothing(Contest contest) throws Exception {
    Person person = contest.join("Desbloqueada", "Cali");
    for (String action : List.of("", "/remove")) {
      refused(
          contest.postJson(FACTOR + action, Map.of("password", "wrong"), person.token()),
          400,
          "wrong_password");
    }
    refused(
        contest.postJson(FACTOR + "/confirm", Map.of("code", "000000"), person.token()),
        400,
        "wrong_state");
    // Nothing of this counts: the sign-in asks for no code.
    assertThat(login(contest, person, null).status()).isEqualTo(200);
  }

  @Test
  void enrollingEndsTheOtherSessionsAndRemovingIsTheOwnersToDo(Contest contest) throws Exception {
    Person person = contest.join("Titular", "Cali");
    String elsewhere = contest.login(person.email());
    Answer here = login(contest, person, null);
    Person owner =
        new Person(
            person.id(),
            person.email(),
            here.object().getString("access_token"),
            person.firstName(),
            person.lastName());
    enrol(contest, owner);
    await().atMost(SOON).until(() -> contest.get("/api/me", elsewhere).status() == 401);

    Answer refreshed =
        contest.postJson(
            "/api/auth/refresh",
            Map.of("refresh_token", here.object().getString("refresh_token")),
            null);
    String token = refreshed.object().getString("access_token");
    JsonObject state = contest.get(FACTOR, token).object();
    assertThat(state.getString("since")).endsWith("Z");
    assertThat(state.getInt("recovery_codes_left")).isEqualTo(10);
    Answer removed =
        contest.postJson(FACTOR + "/remove", Map.of("password", Contest.PASSWORD), token);
    assertThat(removed.status()).as("%s", removed).isEqualTo(204);
    assertThat(login(contest, person, null).status()).isEqualTo(200);
  }

  @Test
  void anAdministratorResetsAnotherOnesFactorAndIsRecorded(Contest contest, LocalStack stack)
      throws Exception {
    var backstage = new Backstage(stack, contest);
    Person lost = backstage.join("Sin Teléfono", "ADMIN");
    Person other = backstage.join("Ayuda", "ADMIN");
    enrol(contest, lost);
    String reset = "/api/admin/accounts/" + lost.id() + "/second-factor/reset";
    assertThat(contest.postJson(reset, Map.of(), other.token()).status()).isEqualTo(400);
    Answer done = contest.postJson(reset, Map.of("reason", "perdió el teléfono"), other.token());
    assertThat(done.status()).as("%s", done).isEqualTo(200);

    assertThat(login(contest, lost, null).status()).isEqualTo(200);
    String trail =
        contest
            .get(
                "/api/admin/audit?action=account.reset_second_factor&subject_id=" + lost.id(),
                other.token())
            .text();
    assertThat(trail).contains(other.id(), "perdió el teléfono");
    refused(
        contest.postJson(
            "/api/admin/accounts/" + other.id() + "/second-factor/reset",
            Map.of("reason", "yo misma"),
            other.token()),
        400,
        "own_account");
  }

  @Test
  void aJurorWithAShortPasswordMayOnlyChooseALongerOne(Contest contest, LocalStack stack)
      throws Exception {
    String email = "corta-" + UUID.randomUUID() + "@anb.example";
    Map<String, String> body = Contest.person(email, "Corta", "Cali");
    body.put("password1", "Tiro-3pt");
    body.put("password2", "Tiro-3pt");
    JsonObject account = contest.signup(body).object();
    new Database(stack)
        .update(
            "update account set role = 'JUROR' where id = ?",
            UUID.fromString(account.getString("user_id")));
    String token =
        contest
            .postJson("/api/auth/login", Map.of("email", email, "password", "Tiro-3pt"), null)
            .object()
            .getString("access_token");

    assertThat(contest.get("/api/me", token).object().getBoolean("restricted")).isTrue();
    try (Stream<AuthorisationIT.Row> rows = AuthorisationIT.rows()) {
      List<String> open = new ArrayList<>();
      for (AuthorisationIT.Row row : rows.toList()) {
        if (row.expected().get("nobody").equals("401") && !mends(row.path())) {
          String path = row.path().replaceAll("\\{[a-z_]+}", UUID.randomUUID().toString());
          Answer answer = contest.send(row.method(), path, token, headers(row), new byte[0]);
          // Content of another kind finds no operation, so nobody asks who sends it.
          if (answer.status() != 403 && answer.status() != 415) {
            open.add(row + " " + answer.status());
          }
        }
      }
      assertThat(open).isEmpty();
    }
    refused(contest.get("/api/jury/assignments", token), 403, "protection_required");

    Answer changed =
        contest.postJson(
            "/api/me/password",
            Map.of(
                "current_password",
                "Tiro-3pt",
                "password1",
                "Tiro-3pt-x",
                "password2",
                "Tiro-3pt-x"),
            token);
    refused(changed, 400, "invalid_field");
    changed =
        contest.postJson(
            "/api/me/password",
            Map.of(
                "current_password",
                "Tiro-3pt",
                "password1",
                Contest.PASSWORD,
                "password2",
                Contest.PASSWORD),
            token);
    String protectedToken = changed.object().getString("access_token");
    assertThat(contest.get("/api/jury/assignments", protectedToken).status()).isEqualTo(200);
  }

  /** Where an account is mended, and the way out. */
  private static boolean mends(String path) {
    return path.equals("/api/me")
        || path.equals("/api/me/password")
        || path.startsWith(FACTOR)
        || path.startsWith("/api/auth/log")
        || path.equals("/api/auth/refresh");
  }

  private static Map<String, String> headers(AuthorisationIT.Row row) {
    if (row.sends().contains("json")) {
      return Map.of("Content-Type", "application/json");
    }
    if (row.sends().contains("multipart")) {
      return Map.of("Content-Type", "multipart/form-data; boundary=anb");
    }
    return Map.of("Content-Type", "application/offset+octet-stream", "Tus-Resumable", "1.0.0");
  }

  private static Enrolled enrol(Contest contest, Person person) throws Exception {
    Answer begun = contest.postJson(FACTOR, Map.of("password", Contest.PASSWORD), person.token());
    assertThat(begun.status()).as("%s", begun).isEqualTo(200);
    SecretKeySpec key = base32(begun.object().getString("secret"));
    assertThat(begun.object().getString("uri")).startsWith("otpauth://totp/ANB%20Rising%20Stars:");
    refused(
        contest.postJson(FACTOR + "/confirm", Map.of("code", "000000"), person.token()),
        400,
        "invalid_field");
    String code = code(key, Instant.now());
    Answer confirmed = contest.postJson(FACTOR + "/confirm", Map.of("code", code), person.token());
    assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(200);
    List<String> codes =
        confirmed.object().getJsonArray("recovery_codes").getValuesAs(JsonString::getString);
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    return new Enrolled(key, code, codes);
  }

  private static Answer login(Contest contest, Person person, String code) {
    // From another network each time, as a botnet does.
    return login(contest, person, code, "192.0.2." + NETWORKS.incrementAndGet() % 250);
  }

  private static Answer login(Contest contest, Person person, String code, String forwarded) {
    var body =
        Json.createObjectBuilder().add("email", person.email()).add("password", Contest.PASSWORD);
    if (code != null) {
      body.add("code", code);
    }
    return contest.send(
        "POST",
        "/api/auth/login",
        null,
        Map.of("Content-Type", "application/json", "X-Forwarded-For", forwarded),
        body.build().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.object().getString("code")).isEqualTo(code);
  }

  /** What the app shows so many half minutes from now; the server takes one more or less. */
  private static String code(Enrolled factor, int steps) throws GeneralSecurityException {
    return code(factor.key(), Instant.now().plusSeconds(30L * steps));
  }

  private static String code(SecretKeySpec key, Instant at) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(key);
    byte[] hash =
        mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(at.getEpochSecond() / 30).array());
    int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
    return "%06d".formatted(number % 1_000_000);
  }

  private static SecretKeySpec base32(String text) {
    var bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    long bits = 0;
    int have = 0;
    for (int i = 0; i < text.length(); i++) {
      bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
      have += 5;
      if (have >= 8) {
        have -= 8;
        bytes.put((byte) (bits >> have));
      }
    }
    return new SecretKeySpec(bytes.array(), "HmacSHA1");
  }
}
