package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A burst of bought votes among honest ones: it is seen, voided, and restored if that was wrong.
 */
@ExtendWith(RunningStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class FraudIT {

  private static final int BOUGHT = 40;
  private static final int HONEST = 5;
  private static final String REASON = "Cuarenta cuentas nuevas de una sola red.";

  // A time of its own, so that no other test's votes are in the report.
  private final Instant begin =
      Instant.parse("2020-01-01T10:00:00Z")
          .plusSeconds(86_400L * ThreadLocalRandom.current().nextInt(1_000));
  private final String window = "from=" + begin + "&to=" + begin.plusSeconds(3_600);

  private Contest contest;
  private Backstage backstage;
  private Person admin;
  private Person player;
  private String clip;
  private UUID bought;
  private UUID robot;

  @BeforeAll
  void cheat(LocalStack stack, Contest contest) throws Exception {
    this.contest = contest;
    this.backstage = new Backstage(stack, contest);
    this.admin = backstage.join("Auditora", "ADMIN");
    this.player = contest.join("Impaciente", "Tunja");
    this.clip = backstage.clip(player, "Comprada", true);
    for (int i = 0; i < BOUGHT; i++) {
      bought = backstage.voter(begin.plusSeconds(i));
      backstage.vote(
          clip, bought, begin.plusSeconds(60 + i), "red-" + clip, "casa-" + clip, "robot-" + clip);
    }
    for (int i = 0; i < HONEST; i++) {
      backstage.vote(
          clip,
          backstage.voter(begin.minusSeconds(90_000)),
          begin.plusSeconds(600L * i),
          "red-" + i + clip,
          "casa-" + i + clip,
          "navegador");
    }
    robot = backstage.voter(begin.minusSeconds(90_000));
    for (int i = 0; i < 16; i++) {
      String other = backstage.clip(player, "Otra " + i, true);
      backstage.vote(other, robot, begin.plusSeconds(1_800 + i), "r" + clip, "c" + clip, "a");
    }
  }

  @Test
  void theReportFlagsTheBurstInEveryWayItShowsAndNothingElse() {
    JsonObject report = contest.get("/api/admin/fraud?" + window, admin.token()).object();
    assertThat(report.getJsonArray("thresholds")).hasSize(11);
    var all = report.getJsonArray("flags").getValuesAs(JsonObject.class);
    assertThat(all)
        .extracting(flag -> flag.getString("kind"))
        .containsExactlyInAnyOrder(
            "network_burst",
            "network_hour",
            "network_share",
            "single_votes",
            "mail_domain",
            "young_accounts",
            "same_device",
            "address_rate",
            "account_rate");
    // All accounts of these tests have addresses of one domain, the honest ones too.
    var flags = all.stream().filter(flag -> !flag.getString("kind").equals("mail_domain")).toList();
    for (JsonObject flag : flags) {
      boolean single = flag.getString("kind").equals("account_rate");
      int votes = single ? 16 : BOUGHT;
      assertThat(flag.getInt("votes")).as("%s", flag).isEqualTo(votes);
      assertThat(flag.getInt("peak")).as("%s", flag).isEqualTo(votes);
      assertThat(flag.getString("player_id")).isEqualTo(player.id());
      if (single) {
        assertThat(flag.getString("voter_id")).isEqualTo(robot.toString());
      } else {
        assertThat(flag.getString("video_id")).isEqualTo(clip);
        assertThat(flag.getString("first_at")).isEqualTo(begin.plusSeconds(60).toString());
        assertThat(flag.getInt("voters")).isEqualTo(BOUGHT);
      }
      Answer behind = contest.get(flag.getString("votes_url"), admin.token());
      assertThat(behind.header("X-Total-Count")).as("%s", flag).isEqualTo(Integer.toString(votes));
    }
    assertThat(contest.get("/api/admin/fraud?from=2020-01-01T00:00:00Z", admin.token()).status())
        .isEqualTo(400);
  }

  @Test
  void voidedVotesDoNotCountStayKnownAndCanBeRestored() {
    JsonObject flag =
        contest
            .get("/api/admin/fraud?kind=network_burst&" + window, admin.token())
            .object()
            .getJsonArray("flags")
            .getJsonObject(0);
    String filter =
        "{\"reason\": \"%s\", \"filter\": {\"player_id\": \"%s\", \"network\": \"%s\"}}"
            .formatted(REASON, player.id(), flag.getString("network"));

    assertThat(change("void", "{\"reason\": \"x\", \"filter\": {}}").status()).isEqualTo(400);
    assertThat(change("void", "{\"reason\": \"x\"}").status()).isEqualTo(400);
    assertThat(change("void", filter.replace(REASON, " ")).status()).isEqualTo(400);
    assertThat(change("void", filter).object().getInt("votes")).isEqualTo(BOUGHT);
    assertThat(votes()).isEqualTo(HONEST);
    assertThat(change("void", filter).object().getInt("votes")).isZero();

    JsonObject vote =
        contest.get("/api/admin/votes?voter_id=" + bought, admin.token()).array().getJsonObject(0);
    assertThat(vote.getString("void_reason")).isEqualTo(REASON);
    assertThat(vote.getString("voided_by")).isEqualTo(admin.id());
    Answer events =
        contest.get("/api/admin/votes/events?kind=voided&video_id=" + clip, admin.token());
    assertThat(events.header("X-Total-Count")).isEqualTo(Integer.toString(BOUGHT));
    assertThat(events.array().getJsonObject(0).getString("actor_id")).isEqualTo(admin.id());
    JsonObject entry =
        contest
            .get("/api/admin/audit?action=vote.void&subject_id=" + clip, admin.token())
            .array()
            .getJsonObject(0);
    assertThat(entry.getString("reason")).isEqualTo(REASON);
    assertThat(entry.getJsonObject("detail").getInt("votes")).isEqualTo(BOUGHT);
    assertThat(
            contest
                .get("/api/admin/fraud?kind=network_burst&" + window, admin.token())
                .object()
                .getJsonArray("flags")
                .getJsonObject(0)
                .getInt("counted"))
        .isZero();

    String one =
        "{\"reason\": \"Era de verdad.\", \"votes\": [{\"video_id\": \"%s\", \"voter_id\": \"%s\"}]}"
            .formatted(clip, bought);
    assertThat(change("restore", one).object().getInt("votes")).isEqualTo(1);
    assertThat(votes()).isEqualTo(HONEST + 1);
    assertThat(change("restore", filter).object().getInt("votes")).isEqualTo(BOUGHT - 1);
    assertThat(votes()).isEqualTo(HONEST + BOUGHT);
    assertThat(
            contest
                .get("/api/admin/votes/events?kind=restored&video_id=" + clip, admin.token())
                .header("X-Total-Count"))
        .isEqualTo(Integer.toString(BOUGHT));
  }

  @Test
  void aVoidedVoteCannotBeCastAgain() throws Exception {
    Person voter = contest.join("Terco", "Tunja");
    String other = backstage.clip(player, "Una vez", true);
    backstage.vote(other, UUID.fromString(voter.id()), begin, "x", "y", "z");
    String one =
        "{\"reason\": \"Prueba.\", \"votes\": [{\"video_id\": \"%s\", \"voter_id\": \"%s\"}]}"
            .formatted(other, voter.id());
    assertThat(change("void", one).object().getInt("votes")).isEqualTo(1);

    Answer again = contest.vote(other, voter);

    assertThat(again.object().getString("code")).isEqualTo("already_voted");
    assertThat(change("void", "{\"reason\": \"x\", \"votes\": [{\"video_id\": \"1\"}]}").status())
        .isEqualTo(400);
  }

  private Answer change(String what, String body) {
    return contest.postText("/api/admin/votes/" + what, body, admin.token());
  }

  private int votes() {
    return contest
        .get("/api/admin/videos?limit=100&state=published&q=Comprada", admin.token())
        .array()
        .stream()
        .map(JsonValue::asJsonObject)
        .filter(video -> video.getString("video_id").equals(clip))
        .findFirst()
        .orElseThrow()
        .getInt("votes");
  }
}
