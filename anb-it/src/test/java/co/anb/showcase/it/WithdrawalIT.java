package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A player takes a published clip out of the contest. */
@ExtendWith(RunningStack.class)
class WithdrawalIT {

  private static final Duration PROMISED = Duration.ofSeconds(2);

  @Test
  void aWithdrawnClipLeavesGalleryRankingJuryAndMediaAndNobodyBringsItBack(
      LocalStack stack, Contest contest) throws Exception {
    Backstage backstage = new Backstage(stack, contest);
    Person admin = backstage.join("Preside", "ADMIN");
    Person juror = backstage.join("Juzga", "JUROR");
    Person owner = contest.join("Arrepentida", "Mocoa");
    Person fan = contest.join("Fan", "Mocoa");
    String clip = backstage.clip(owner, "Mejor no", true);
    String own = "/api/videos/" + clip;
    String file = "/media/" + Backstage.publicPath(clip, ".mp4");
    assertThat(contest.vote(clip, fan).status()).isEqualTo(200);
    String assignment = assign(contest, admin, juror, clip);
    await().until(() -> ranking(contest).contains("Arrepentida"));
    assertThat(contest.get(file, null).status()).isEqualTo(200);

    assertProblem(contest.post(own + "/withdraw", null), 401, "unauthorized");
    assertProblem(contest.post(own + "/withdraw", fan.token()), 403, "forbidden");
    assertProblem(contest.delete(own, owner.token()), 400, "not_deletable");
    Answer done = contest.post(own + "/withdraw", owner.token());
    assertThat(done.status()).as("%s", done).isEqualTo(200);
    assertThat(done.object().getString("video_id")).isEqualTo(clip);

    await()
        .atMost(PROMISED)
        .untilAsserted(
            () -> {
              assertThat(gallery(contest)).doesNotContain(clip);
              assertThat(ranking(contest)).doesNotContain("Arrepentida");
            });
    assertThat(contest.get("/api/public/videos/" + clip, null).status()).isEqualTo(404);
    for (String ending : List.of(".mp4", ".jpg", "-small.jpg")) {
      String gone = "/media/" + Backstage.publicPath(clip, ending);
      assertThat(contest.get(gone, null).status()).as(ending).isEqualTo(404);
    }
    assertThat(contest.get("/api/jury/assignments", juror.token()).array()).isEmpty();
    String judged = "/api/jury/assignments/" + assignment;
    assertThat(contest.get(judged + "/video", juror.token()).status()).isEqualTo(404);
    assertProblem(contest.vote(clip, admin), 400, "not_published");

    JsonObject listed = contest.get("/api/videos", owner.token()).array().getJsonObject(0);
    assertThat(listed.getBoolean("published")).isFalse();
    for (JsonObject seen : List.of(listed, contest.get(own, owner.token()).object())) {
      assertThat(seen.getJsonObject("moderation").getString("state")).isEqualTo("withdrawn");
    }
    assertThat(contest.post(own + "/withdraw", owner.token()).status()).isEqualTo(200);
    assertProblem(contest.post(own + "/publish", owner.token()), 400, "wrong_state");
    assertProblem(contest.delete(own, owner.token()), 400, "wrong_state");
    String decided = "/api/admin/videos/" + clip;
    assertProblem(contest.post(decided + "/approve", admin.token()), 400, "wrong_state");
    assertProblem(contest.post(decided + "/restore", admin.token()), 400, "wrong_state");

    theTrail(stack, contest, admin, owner, clip);
  }

  private static void theTrail(
      LocalStack stack, Contest contest, Person admin, Person owner, String clip) {
    JsonObject entry =
        contest
            .get("/api/admin/audit?action=video.withdraw&subject_id=" + clip, admin.token())
            .array()
            .getJsonObject(0);
    assertThat(entry.getString("actor_id")).isEqualTo(owner.id());
    List<String> withdrawn =
        contest.get("/api/admin/videos?state=withdrawn&limit=100", admin.token()).array().stream()
            .map(JsonValue::asJsonObject)
            .map(video -> video.getString("video_id"))
            .toList();
    assertThat(withdrawn).contains(clip);
    assertThat(
            new Database(stack)
                .value("select count(*) from vote where video_id = ?", UUID.fromString(clip)))
        .isEqualTo("1");
  }

  private static String assign(Contest contest, Person admin, Person juror, String clip) {
    Answer assigned =
        contest.postJson(
            "/api/admin/jury/assignments",
            Map.of("juror_id", juror.id(), "video_id", clip),
            admin.token());
    assertThat(assigned.status()).as("%s", assigned).isEqualTo(201);
    return assigned.object().getJsonObject("assignment").getString("assignment_id");
  }

  private static String gallery(Contest contest) {
    return contest.get("/api/public/videos?city=Mocoa", null).text();
  }

  private static String ranking(Contest contest) {
    return contest.get("/api/public/rankings?city=Mocoa", null).text();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.object().getString("code")).isEqualTo(code);
  }
}
