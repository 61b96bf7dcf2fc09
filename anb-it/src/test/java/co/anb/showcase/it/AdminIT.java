package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Failed jobs, dead letters, figures and the console. */
@ExtendWith(RunningStack.class)
class AdminIT {

  @Test
  void aFailedJobIsSeenAndReplayed(LocalStack stack, Contest contest) throws Exception {
    Backstage backstage = new Backstage(stack, contest);
    Person admin = backstage.join("Técnica", "ADMIN");
    Person owner = contest.join("Sin suerte", "Tunja");
    String clip = backstage.failedClip(owner, "Se rompió");
    JsonObject job = failed(contest, admin, clip);
    assertThat(job.getString("error_detail")).isEqualTo("disk full");
    assertThat(job.getInt("attempt")).isEqualTo(5);

    Answer replay = contest.post("/api/admin/jobs/" + clip + "/replay", admin.token());
    assertThat(replay.status()).as("%s", replay).isEqualTo(200);

    // It is no video, and now the worker says so itself.
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                "undecodable"
                    .equals(
                        new Database(stack)
                            .value(
                                "select failure_code from video where id = ?",
                                UUID.fromString(clip))));
    assertThat(failed(contest, admin, clip).getInt("attempt")).isEqualTo(6);
    assertThat(
            contest
                .get("/api/admin/audit?action=job.replay&subject_id=" + clip, admin.token())
                .array())
        .hasSize(1);

    String fine = backstage.clip(owner, "Está bien", true);
    assertThat(
            contest
                .post("/api/admin/jobs/" + fine + "/replay", admin.token())
                .object()
                .getString("code"))
        .isEqualTo("wrong_state");
  }

  @Test
  void deadLettersAreReadAndReplayedAndKafkasAbsenceIsTold(LocalStack stack, Contest contest)
      throws Exception {
    Backstage backstage = new Backstage(stack, contest);
    Person admin = backstage.join("Cartera", "ADMIN");
    String clip = backstage.failedClip(contest.join("Lejana", "Tunja"), "Carta muerta");
    String settled = UUID.randomUUID().toString();
    send(stack, settled);
    send(stack, clip);

    JsonObject letter = letter(contest, admin, clip);
    assertThat(letter.getBoolean("waiting")).isTrue();
    assertThat(letter.getString("error_detail")).isEqualTo("disk full");
    assertThat(letter(contest, admin, settled).getBoolean("waiting")).isFalse();

    Answer replay =
        contest.postText(
            "/api/admin/dead-letters/replay",
            "{\"video_ids\": [\"%s\", \"%s\"]}".formatted(clip, settled),
            admin.token());
    assertThat(replay.object().getJsonArray("replayed").getString(0)).isEqualTo(clip);
    assertThat(replay.object().getJsonArray("untouched").getString(0)).isEqualTo(settled);
    assertThat(
            contest
                .postText("/api/admin/dead-letters/replay", "{\"video_ids\": []}", admin.token())
                .status())
        .isEqualTo(400);

    stack.stopKafka();
    try {
      Answer away = contest.get("/api/admin/dead-letters", admin.token());
      assertThat(away.status()).as("%s", away).isEqualTo(503);
      assertThat(away.object().getString("code")).isEqualTo("service_unavailable");
    } finally {
      stack.startKafka();
    }
  }

  @Test
  void theDashboardCountsWhatIsThere(LocalStack stack, Contest contest) throws Exception {
    Backstage backstage = new Backstage(stack, contest);
    Person admin = backstage.join("Curiosa", "ADMIN");
    String clip = backstage.clip(contest.join("Contada", "Tunja"), "Cuenta", true);
    backstage.vote(
        clip, backstage.voter(Instant.now()), Instant.now(), "d" + clip, "d" + clip, "d");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonObject figures = contest.get("/api/admin/dashboard", admin.token()).object();
              assertThat(figures.getJsonObject("accounts").getJsonNumber("admin").toString())
                  .isEqualTo(
                      new Database(stack)
                          .value("select count(*) from account where role = 'ADMIN'"));
              assertThat(figures.getJsonObject("videos").getJsonNumber("published").toString())
                  .isEqualTo(
                      new Database(stack)
                          .value("select count(*) from video where published_at is not null"));
              assertThat(figures.getJsonNumber("votes").toString())
                  .isEqualTo(
                      new Database(stack)
                          .value("select count(*) from vote where voided_at is null"));
              assertThat(figures.getJsonArray("signups_per_day")).hasSize(30);
              assertThat(figures.getJsonArray("votes_per_hour")).hasSize(48);
              assertThat(last(figures, "signups_per_day")).isPositive();
              assertThat(last(figures, "uploads_per_day")).isPositive();
              assertThat(last(figures, "votes_per_day")).isPositive();
            });
  }

  @Test
  void theConsoleIsOursAndRunsNoOtherScript(Contest contest) {
    Answer moved = contest.get("/console", null);
    assertThat(moved.status()).isEqualTo(301);
    assertThat(moved.header("Location")).endsWith("/console/");
    Answer page = contest.get("/console/", null);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    var addresses =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(page.text())
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(addresses).hasSizeGreaterThan(3);
    for (String address : addresses) {
      assertThat(address).doesNotContain("//");
      Answer file = contest.get("/console/" + address, null);
      assertThat(file.status()).as(address).isEqualTo(200);
      assertThat(file.header("Cache-Control"))
          .contains(address.startsWith("ui/") ? "immutable" : "no-cache");
    }
  }

  private static long last(JsonObject figures, String series) {
    var counts = figures.getJsonArray(series);
    return counts.getJsonObject(counts.size() - 1).getJsonNumber("count").longValue();
  }

  private static JsonObject failed(Contest contest, Person admin, String clip) {
    return contest.get("/api/admin/jobs?state=failed&limit=100", admin.token()).array().stream()
        .map(JsonValue::asJsonObject)
        .filter(job -> job.getString("task_id").equals(clip))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject letter(Contest contest, Person admin, String clip) {
    return contest.get("/api/admin/dead-letters?limit=100", admin.token()).array().stream()
        .map(JsonValue::asJsonObject)
        .filter(letter -> letter.getString("video_id").equals(clip))
        .findFirst()
        .orElseThrow();
  }

  private static void send(LocalStack stack, String clip) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafkaBootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      String letter =
          "{\"version\": 1, \"task_id\": \"%1$s\", \"video_id\": \"%1$s\", \"attempts\": 5,"
              + " \"failed_at\": \"%2$s\", \"reason\": \"disk full\"}";
      producer
          .send(
              new ProducerRecord<>("video_tasks.dlq", clip, letter.formatted(clip, Instant.now())))
          .get();
    }
  }
}
