package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class VotingIT {

  private static final int MANY = 200;

  @Test
  void twoHundredTriesOfOneUserAreOneVoteAndTwoHundredUsersAreTwoHundred(
      Contest contest, SampleClips clips, Crowd crowd) throws Exception {
    Person player = contest.join("Camila", "cali");
    String video = contest.accepted(player, clips.light(), "Tiros libres");
    contest.processed(player, video);

    Person fan = contest.join("Fan", "Cali");
    List<Integer> tries = atOnce(MANY, i -> contest.vote(video, fan).status());
    assertThat(tries).filteredOn(status -> status == 200).hasSize(1);
    assertThat(tries).filteredOn(status -> status == 400).hasSize(MANY - 1);
    assertThat(votes(contest, video)).isEqualTo(1);

    List<Person> fans = crowd.people(MANY, "Fan", "Cali", "PLAYER");
    List<Integer> cast = atOnce(MANY, i -> contest.vote(video, fans.get(i)).status());
    assertThat(cast).containsOnly(200);
    assertThat(votes(contest, video)).isEqualTo(MANY + 1);

    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> leader(contest, "CALI").getInt("votes"), votes -> votes == MANY + 1);
    JsonObject first = leader(contest, "CALI");
    assertThat(first.keySet()).containsExactlyInAnyOrder("position", "username", "city", "votes");
    assertThat(first.getInt("position")).isEqualTo(1);
    assertThat(first.getString("username")).isEqualTo("Camila Prueba");
    assertThat(first.getString("city")).isEqualTo("Cali");
    assertThat(first.getInt("votes")).isEqualTo(MANY + 1);

    assertThat(contest.delete("/api/public/videos/" + video + "/vote", fan.token()).status())
        .isEqualTo(200);
    assertThat(votes(contest, video)).isEqualTo(MANY);
  }

  @Test
  void whateverIsCastAndTakenBackAtOnceTheTotalsAreThoseOfTheVotes(
      Contest contest, Crowd crowd, Database database) throws Exception {
    List<Person> players = crowd.people(5, "Jugadora", "Leticia", "PLAYER");
    List<String> clips = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      clips.add(crowd.clip(players.get(i % 5), "Clip " + i));
    }
    List<Person> fans = crowd.people(500, "Fan", "Leticia", "PLAYER");

    List<Integer> statuses =
        atOnce(
            5_000,
            i -> {
              Person fan = fans.get(i % 500);
              String clip = clips.get(i / 500);
              int status = contest.vote(clip, fan).status();
              // A third of them change their minds, half of these once more.
              if (i % 3 == 0) {
                contest.delete("/api/public/videos/" + clip + "/vote", fan.token());
              }
              return i % 6 == 0 ? contest.vote(clip, fan).status() : status;
            });
    assertThat(statuses).hasSize(5_000).containsOnly(200);

    // Of the indices 0 to 4999, those that are 3 modulo 6 end without a vote.
    int expected = 5_000 - 833;
    String recount =
        "select v.id, count(w.voter_id) from video v left join vote w on w.video_id = v.id and"
            + " w.voided_at is null where v.owner_id = any (select id from account where"
            + " city_key = 'leticia') group by v.id";
    List<List<String>> counted = database.rows(recount);
    assertThat(counted.stream().mapToInt(row -> Integer.parseInt(row.get(1))).sum())
        .isEqualTo(expected);
    for (List<String> row : counted) {
      assertThat(votes(contest, row.get(0))).isEqualTo(Integer.parseInt(row.get(1)));
    }
    String ranking =
        "select a.id, count(w.voter_id) from account a join video v on v.owner_id = a.id left join"
            + " vote w on w.video_id = v.id and w.voided_at is null where a.city_key = 'leticia'"
            + " group by a.id order by count(w.voter_id) desc, max(w.cast_at), a.id";
    List<List<String>> wanted = database.rows(ranking);
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(leaders(contest, "leticia")).isEqualTo(wanted));
    assertThat(
            database.rows(
                "select sum(t.votes) from video_tally t join video v on v.id = t.video_id join"
                    + " account a on a.id = v.owner_id where a.city_key = 'leticia'"))
        .isEqualTo(List.of(List.of(Integer.toString(expected))));

    // Withdrawn and voided votes leave the ranking without anybody's help.
    database.update(
        "update vote set voided_at = now(), voided_by = voter_id, void_reason = 'test' where"
            + " video_id = cast(? as uuid)",
        clips.get(0));
    database.update(
        "update video set published_at = null where id = cast(? as uuid)", clips.get(1));
    String later =
        ranking.replace("v.owner_id = a.id", "v.owner_id = a.id and v.published_at is not null");
    List<List<String>> fewer = database.rows(later);
    assertThat(fewer).isNotEqualTo(wanted);
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(leaders(contest, "leticia")).isEqualTo(fewer));
  }

  @Test
  void theLeaderboardTellsAVoteWithinTwoSeconds(Contest contest, Crowd crowd, LocalStack stack)
      throws Exception {
    Person player = crowd.person("Sol", "Mitú", "PLAYER");
    String clip = crowd.clip(player, "Tiro en salto");
    Person fan = crowd.person("Fan", "Mitú", "PLAYER");
    try (EventStream stream =
        EventStream.open(stack, "/api/public/leaderboard/events?limit=100&city=mitu", null)) {
      await().atMost(Duration.ofSeconds(5)).until(() -> bestVotes(stream, clip) == 0);
      assertThat(contest.vote(clip, fan).status()).isEqualTo(200);
      await().atMost(Duration.ofSeconds(2)).until(() -> bestVotes(stream, clip) == 1);
    }
  }

  @Test
  void allWhoFollowAreToldTheSameRowsAsTheRanking(Contest contest, Crowd crowd, LocalStack stack)
      throws Exception {
    Person player = crowd.person("Ñusta", "Puerto Carreño", "PLAYER");
    String clip = crowd.clip(player, "Triple \\ de media cancha");
    Person fan = crowd.person("Fan", "Mitú", "PLAYER");
    String city = "Puerto%20Carre%C3%B1o";
    List<EventStream> streams = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        streams.add(EventStream.open(stack, "/api/public/leaderboard/events?city=" + city, null));
      }
      assertThat(contest.vote(clip, fan).status()).isEqualTo(200);
      for (EventStream stream : streams) {
        await().atMost(Duration.ofSeconds(5)).until(() -> bestVotes(stream, clip) == 1);
      }
      JsonArray rows = contest.get("/api/public/leaderboard?limit=10&city=" + city, null).array();
      assertThat(streams)
          .extracting(stream -> stream.last().data())
          .containsOnly(
              Json.createObjectBuilder().add("city", "Puerto Carreño").add("rows", rows).build());
    } finally {
      streams.forEach(EventStream::close);
    }
  }

  /** The votes of a clip in the newest event; -1 if it is not there. */
  private static int bestVotes(EventStream stream, String clip) {
    return stream.last().data().getJsonArray("rows").stream()
        .map(row -> ((JsonObject) row).getJsonObject("best_video"))
        .filter(best -> best.getString("video_id").equals(clip))
        .mapToInt(best -> best.getInt("votes"))
        .findFirst()
        .orElse(-1);
  }

  private static JsonObject leader(Contest contest, String city) {
    return contest
        .get("/api/public/rankings?city=" + city + "&limit=1", null)
        .array()
        .getJsonObject(0);
  }

  private static List<List<String>> leaders(Contest contest, String city) {
    return contest.get("/api/public/leaderboard?city=" + city, null).array().stream()
        .map(row -> (JsonObject) row)
        .map(row -> List.of(row.getString("player_id"), Integer.toString(row.getInt("votes"))))
        .toList();
  }

  private static int votes(Contest contest, String video) {
    return contest.get("/api/public/videos/" + video, null).object().getInt("votes");
  }

  private interface Act<T> {
    T run(int index);
  }

  private static <T> List<T> atOnce(int count, Act<T> act) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int index = i;
        calls.add(() -> act.run(index));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> call : threads.invokeAll(calls)) {
        results.add(call.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
