package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A contest whose jury judges first: the public sees nothing until the voting opens. */
@ExtendWith(RunningStack.class)
class JudgingFirstIT {

  private static final String SETTINGS = "/api/admin/contest";
  private static final String CITY = "?city=In%C3%ADrida";

  private final Contest contest;
  private final LocalStack stack;

  private Person admin;

  JudgingFirstIT(Contest contest, LocalStack stack) {
    this.contest = contest;
    this.stack = stack;
  }

  /** The other tests find the contest as it was: without an end. */
  @AfterEach
  void openAgain() {
    new Database(stack)
        .update(
            "update contest set version = version + 1, submission_closes = null,"
                + " voting_opens = null, gallery_after_judging = false");
    await().until(() -> state().getBoolean("gallery_open") && state().getBoolean("uploads_open"));
  }

  @Test
  void nothingIsPublicUntilTheVotingOpensAndThenNobodyScores() throws Exception {
    Backstage backstage = new Backstage(stack, contest);
    admin = backstage.join("Preside", "ADMIN");
    Person juror = backstage.join("Juzga", "JUROR");
    Person owner = contest.join("Oculta", "Inírida");
    Person fan = contest.join("Fan", "Inírida");
    String clip = backstage.clip(owner, "Aún no", true);
    String judged = "/api/jury/assignments/" + assign(juror, clip);
    String file = "/media/" + Backstage.publicPath(clip, ".mp4");
    await().until(() -> gallery().contains(clip) && ranking().contains("Oculta"));

    Answer withoutTime = change(Instant.now().minusSeconds(60), null);
    assertProblem(withoutTime, 400, "invalid_field");
    assertThat(withoutTime.text()).contains("gallery_after_judging", "judging_time");
    Answer changed = change(Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(1)));
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);

    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              assertThat(gallery()).isEqualTo("[]");
              assertThat(ranking()).isEqualTo("[]");
            });
    assertThat(state().getBoolean("gallery_open")).isFalse();
    assertThat(contest.get("/api/public/leaderboard" + CITY, null).text()).isEqualTo("[]");
    assertThat(contest.get("/api/public/videos/" + clip, fan.token()).status()).isEqualTo(404);
    assertThat(contest.get(file, null).status()).isEqualTo(404);
    assertProblem(contest.vote(clip, fan), 400, "phase_closed");
    String own = contest.get("/api/videos/" + clip, owner.token()).object().getString("poster_url");
    assertThat(own).contains("/api/videos/" + clip);
    assertThat(contest.get("/api/videos/" + clip + "/poster", owner.token()).status())
        .isEqualTo(200);
    assertThat(contest.get(judged + "/video", juror.token()).status()).isEqualTo(200);
    assertThat(save(juror, judged).status()).isEqualTo(200);

    Instant past = Instant.now().minusSeconds(1);
    assertThat(change(past.minusSeconds(60), past).status()).isEqualTo(200);

    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              assertThat(gallery()).contains(clip);
              assertThat(ranking()).contains("Oculta");
            });
    assertThat(contest.get(file, null).status()).isEqualTo(200);
    assertThat(contest.vote(clip, fan).status()).isEqualTo(200);
    assertThat(state().getBoolean("judging_open")).isFalse();
    assertProblem(save(juror, judged), 400, "phase_closed");
    assertThat(contest.get(judged, juror.token()).status()).isEqualTo(200);
  }

  private Answer change(Instant uploadsClose, Instant votingOpens) {
    JsonObject settings = contest.get(SETTINGS, admin.token()).object();
    var wanted =
        Json.createObjectBuilder(settings)
            .add("submission_closes", uploadsClose.toString())
            .add("gallery_after_judging", true);
    if (votingOpens != null) {
      wanted.add("voting_opens", votingOpens.toString());
    }
    return contest.putText(SETTINGS, wanted.build().toString(), admin.token());
  }

  private Answer save(Person juror, String judged) {
    int version =
        contest.get(judged, juror.token()).object().getJsonObject("sheet").getInt("version");
    return contest.putText(
        judged + "/sheet",
        "{\"version\": %d, \"scores\": [], \"comment\": \"Bien\"}".formatted(version),
        juror.token());
  }

  private String assign(Person juror, String clip) {
    Answer assigned =
        contest.postJson(
            "/api/admin/jury/assignments",
            Map.of("juror_id", juror.id(), "video_id", clip),
            admin.token());
    assertThat(assigned.status()).as("%s", assigned).isEqualTo(201);
    return assigned.object().getJsonObject("assignment").getString("assignment_id");
  }

  private JsonObject state() {
    return contest.get("/api/contest", null).object();
  }

  private String gallery() {
    return contest.get("/api/public/videos" + CITY, null).text();
  }

  private String ranking() {
    return contest.get("/api/public/rankings" + CITY, null).text();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.object().getString("code")).isEqualTo(code);
  }
}
