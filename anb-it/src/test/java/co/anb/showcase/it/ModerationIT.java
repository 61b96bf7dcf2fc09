package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Administrators decide which clips the public sees, and answer for it. */
@ExtendWith(RunningStack.class)
class ModerationIT {

  private static final String REASON = "Sale publicidad de apuestas.";

  @Test
  void whatIsTakenDownIsGoneForEveryoneAndComesBackWithItsVotes(LocalStack stack, Contest contest)
      throws Exception {
    Backstage backstage = new Backstage(stack, contest);
    Person admin = backstage.join("Arbitra", "ADMIN");
    Person owner = contest.join("Dueño", "Tunja");
    Person fan = contest.join("Fan", "Tunja");
    String clip = backstage.clip(owner, "Con publicidad", true);
    String file = "/media/" + Backstage.publicPath(clip, ".mp4");
    assertThat(contest.get(file, null).status()).isEqualTo(200);
    String small = "/media/" + Backstage.publicPath(clip, "-small.jpg");
    assertThat(contest.get(small, null).status()).isEqualTo(200);
    assertThat(contest.vote(clip, fan).status()).isEqualTo(200);

    assertProblem(decide(contest, admin, clip, "take-down", "{}"), 400, "invalid_field");
    assertProblem(decide(contest, admin, clip, "reject", reason(REASON)), 400, "wrong_state");
    assertProblem(
        decide(contest, admin, clip, "take-down", reason("x".repeat(501))), 400, "invalid_field");
    assertThat(decide(contest, admin, clip, "take-down", reason(REASON)).status()).isEqualTo(200);

    assertThat(contest.get(file, null).status()).isEqualTo(404);
    assertThat(contest.get("/media/" + Backstage.publicPath(clip, ".jpg"), null).status())
        .isEqualTo(404);
    assertThat(contest.get(small, null).status()).isEqualTo(404);
    assertThat(contest.get("/api/public/videos/" + clip, null).status()).isEqualTo(404);
    assertProblem(contest.vote(clip, admin), 400, "not_published");
    JsonObject detail = contest.get("/api/videos/" + clip, owner.token()).object();
    assertThat(detail.getBoolean("published")).isFalse();
    assertThat(detail.getJsonObject("moderation").getString("state")).isEqualTo("withheld");
    assertThat(detail.getJsonObject("moderation").getString("reason")).isEqualTo(REASON);
    assertProblem(contest.post("/api/videos/" + clip + "/publish", owner.token()), 403, "withheld");
    assertProblem(decide(contest, admin, clip, "approve", ""), 400, "wrong_state");

    JsonObject listed = listed(contest, admin, "withheld", clip).get(0);
    assertThat(listed.getString("owner_email")).isEqualTo(owner.email());
    assertThat(listed.getString("withheld_reason")).isEqualTo(REASON);
    assertThat(listed.getString("withheld_by")).isEqualTo(admin.id());
    assertThat(listed.getInt("votes")).isEqualTo(1);
    for (String kind : List.of("original_url", "processed_url", "poster_url")) {
      assertThat(contest.get(listed.getString(kind), admin.token()).status()).isEqualTo(200);
    }

    assertThat(decide(contest, admin, clip, "restore", "").status()).isEqualTo(200);
    assertProblem(decide(contest, admin, clip, "restore", ""), 400, "wrong_state");
    assertThat(contest.get(file, null).status()).isEqualTo(200);
    assertThat(contest.get("/api/videos/" + clip, owner.token()).object())
        .doesNotContainKey("moderation");
    assertThat(listed(contest, admin, "published", clip).get(0).getInt("votes")).isEqualTo(1);

    Answer audit = contest.get("/api/admin/audit?subject_id=" + clip, admin.token());
    assertThat(audit.header("X-Total-Count")).isEqualTo("2");
    JsonObject restored = audit.array().getJsonObject(0);
    JsonObject takenDown = audit.array().getJsonObject(1);
    assertThat(restored.getString("action")).isEqualTo("video.restore");
    assertThat(takenDown.getString("action")).isEqualTo("video.take_down");
    assertThat(takenDown.getString("actor_name")).isEqualTo("Arbitra Prueba");
    assertThat(takenDown.getString("reason")).isEqualTo(REASON);
    assertThat(takenDown.getJsonObject("detail").getString("owner_id")).isEqualTo(owner.id());
  }

  @Test
  void theQueueIsWorkedOffByApprovingAndRejecting(LocalStack stack, Contest contest)
      throws Exception {
    Backstage backstage = new Backstage(stack, contest);
    Person admin = backstage.join("Juiciosa", "ADMIN");
    Person owner = contest.join("Paciente", "Tunja");
    String good = backstage.clip(owner, "Buena", false);
    String bad = backstage.clip(owner, "Mala", false);
    assertThat(listed(contest, admin, "pending", good)).hasSize(1);
    assertThat(listed(contest, admin, "pending", bad)).hasSize(1);

    assertThat(decide(contest, admin, good, "approve", "").status()).isEqualTo(200);
    assertThat(decide(contest, admin, good, "approve", "").status()).isEqualTo(200);
    assertThat(decide(contest, admin, bad, "reject", reason(REASON)).status()).isEqualTo(200);
    assertProblem(decide(contest, admin, bad, "reject", reason(REASON)), 400, "wrong_state");

    assertThat(listed(contest, admin, "pending", good)).isEmpty();
    assertThat(listed(contest, admin, "pending", bad)).isEmpty();
    assertThat(contest.get("/api/public/videos/" + good, null).status()).isEqualTo(200);
    assertThat(contest.get("/api/public/videos/" + bad, null).status()).isEqualTo(404);
    assertThat(
            contest
                .get("/api/admin/audit?action=video.approve&subject_id=" + good, admin.token())
                .array())
        .hasSize(1);

    String unknown = UUID.randomUUID().toString();
    assertProblem(decide(contest, admin, unknown, "approve", ""), 404, "video_not_found");
    assertProblem(
        contest.get("/api/admin/videos?state=nonsense", admin.token()), 400, "invalid_parameter");
  }

  private static Answer decide(
      Contest contest, Person admin, String clip, String decision, String body) {
    return contest.postText("/api/admin/videos/" + clip + "/" + decision, body, admin.token());
  }

  private static String reason(String words) {
    return "{\"reason\": \"" + words + "\"}";
  }

  private static List<JsonObject> listed(Contest contest, Person admin, String state, String clip) {
    return contest
        .get("/api/admin/videos?limit=100&city=Tunja&state=" + state, admin.token())
        .array()
        .stream()
        .map(JsonValue::asJsonObject)
        .filter(video -> video.getString("video_id").equals(clip))
        .toList();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.object().getString("code")).isEqualTo(code);
  }
}
