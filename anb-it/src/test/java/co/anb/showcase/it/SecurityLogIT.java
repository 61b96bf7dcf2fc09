package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is written down of attacks, and what must not be. */
@ExtendWith(RunningStack.class)
class SecurityLogIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void noAddressIsInTheLogsAfterADuplicateSignUp(Contest contest, LocalStack stack)
      throws IOException {
    String email = "doble-" + UUID.randomUUID() + "@anb.example";
    Mark server = Mark.of(stack, StackComponent.SERVER);
    Mark database = Mark.of(stack, StackComponent.POSTGRES);

    List<CompletableFuture<Integer>> race = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      race.add(CompletableFuture.supplyAsync(() -> signUp(contest, email)));
    }
    List<Integer> answers = race.stream().map(CompletableFuture::join).sorted().toList();
    assertThat(answers.get(0)).isEqualTo(201);
    assertThat(answers.subList(1, 6)).containsOnly(400);
    assertThat(signUp(contest, email.toUpperCase(Locale.ROOT))).isEqualTo(400);

    assertThat(server.grown()).doesNotContainIgnoringCase(email).doesNotContain("Key (");
    assertThat(database.grown()).doesNotContainIgnoringCase(email).doesNotContain("Key (");
  }

  @Test
  void aBadTokenLeavesNoStackTrace(Contest contest, LocalStack stack) throws IOException {
    Person person = contest.join("Firma", "Cali");
    String[] parts = person.token().split("\\.", -1);
    List<String> bad =
        List.of(
            "x",
            "a.b.c",
            parts[0] + "." + parts[1] + ".AAAA",
            "eyJhbGciOiJub25lIn0." + parts[1] + ".",
            parts[0] + ".e30." + parts[2]);
    Mark server = Mark.of(stack, StackComponent.SERVER);

    for (int i = 0; i < 40; i++) {
      assertThat(contest.get("/api/me", bad.get(i % bad.size())).status()).isEqualTo(401);
    }

    assertThat(server.grown()).doesNotContain("stack_trace").doesNotContain("Exception");
    assertThat(server.grown().length()).isLessThan(4_000);
  }

  @Test
  void everyLineIsJsonAndNamesItsClip(Contest contest, LocalStack stack, SampleClips clips)
      throws IOException {
    Mark server = Mark.of(stack, StackComponent.SERVER);
    Person person = contest.join("Bitácora", "Cali");
    String video = contest.accepted(person, clips.light(), "Bitácora");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(server.lines())
                    .anySatisfy(
                        line -> {
                          assertThat(line.getString("video_id", null)).isEqualTo(video);
                          assertThat(line.getString("task_id", null)).isEqualTo(video);
                          assertThat(line.getString("level")).isEqualTo("INFO");
                        }));
  }

  @Test
  void whatHappensAtTheDoorsIsRecorded(Contest contest, LocalStack stack) {
    Person admin = new Backstage(stack, contest).join("Jefa", "ADMIN");
    Person person = contest.join("Puerta", "Cali");
    assertThat(contest.loginForm(person.email(), "wrong-password").status()).isEqualTo(401);
    Answer session = contest.loginForm(person.email(), Contest.PASSWORD);
    String refresh = session.object().getString("refresh_token");
    Map<String, String> body = Map.of("refresh_token", refresh);
    Answer next = contest.postJson("/api/auth/refresh", body, null);
    assertThat(next.status()).isEqualTo(200);
    // Only the latest token may be sent again, for a while.
    Map<String, String> second = Map.of("refresh_token", next.object().getString("refresh_token"));
    assertThat(contest.postJson("/api/auth/refresh", second, null).status()).isEqualTo(200);
    assertThat(contest.postJson("/api/auth/refresh", body, null).status()).isEqualTo(401);
    assertThat(contest.post("/api/auth/logout", person.token()).status()).isEqualTo(204);
    String account = "/api/admin/accounts/" + person.id();
    contest.putText(account + "/role", "{\"role\":\"juror\",\"reason\":\"Prueba\"}", admin.token());
    contest.postText(account + "/disable", "{\"reason\":\"Prueba\"}", admin.token());
    assertThat(contest.loginForm(person.email(), Contest.PASSWORD).status()).isEqualTo(401);

    Answer events =
        contest.get("/api/admin/security-events?account_id=" + person.id(), admin.token());

    assertThat(events.status()).as("%s", events).isEqualTo(200);
    List<JsonObject> found = events.array().getValuesAs(JsonObject.class);
    assertThat(found.stream().map(e -> e.getString("kind") + " " + e.getString("outcome")))
        .containsExactly(
            "sign_in disabled",
            "disable done",
            "role_change done",
            "sign_out done",
            "refresh reused",
            "sign_in done",
            "sign_in refused",
            "sign_in done");
    assertThat(found.get(0).getString("network")).isEqualTo(found.get(3).getString("network"));
    assertThat(found.get(1).getString("actor_id")).isEqualTo(admin.id());
    assertThat(events.array().toString())
        .doesNotContain(person.email())
        .doesNotContain("127.0.0.1");
  }

  private static int signUp(Contest contest, String email) {
    return contest.signup(Contest.person(email, "Doble", "Cali")).status();
  }

  /** Where a log ended. */
  private record Mark(LocalStack stack, StackComponent component, int begin) {

    static Mark of(LocalStack stack, StackComponent component) throws IOException {
      return new Mark(stack, component, Files.readAllBytes(stack.log(component)).length);
    }

    String grown() throws IOException {
      byte[] bytes = Files.readAllBytes(stack.log(component));
      return new String(
          Arrays.copyOfRange(bytes, Math.min(begin, bytes.length), bytes.length),
          StandardCharsets.UTF_8);
    }

    List<JsonObject> lines() throws IOException {
      return grown()
          .lines()
          .map(line -> Json.createReader(new StringReader(line)).readObject())
          .toList();
    }
  }
}
