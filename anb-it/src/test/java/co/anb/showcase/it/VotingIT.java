package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import jakarta.json.JsonObject;
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
      Contest contest, SampleClips clips) throws Exception {
    Person player = contest.join("Camila", "cali");
    String video = contest.accepted(player, clips.standard(), "Tiros libres");
    contest.processed(player, video);

    Person fan = contest.join("Fan", "Cali");
    List<Integer> tries = atOnce(MANY, i -> contest.vote(video, fan).status());
    assertThat(tries).filteredOn(status -> status == 200).hasSize(1);
    assertThat(tries).filteredOn(status -> status == 400).hasSize(MANY - 1);
    assertThat(votes(contest, video)).isEqualTo(1);

    List<Person> fans = atOnce(MANY, i -> contest.join("Fan" + i, "Cali"));
    List<Integer> cast = atOnce(MANY, i -> contest.vote(video, fans.get(i)).status());
    assertThat(cast).containsOnly(200);
    assertThat(votes(contest, video)).isEqualTo(MANY + 1);

    JsonObject first =
        contest.get("/api/public/rankings?city=CALI&limit=1", null).array().getJsonObject(0);
    assertThat(first.keySet()).containsExactlyInAnyOrder("position", "username", "city", "votes");
    assertThat(first.getInt("position")).isEqualTo(1);
    assertThat(first.getString("username")).isEqualTo("Camila Prueba");
    assertThat(first.getString("city")).isEqualTo("Cali");
    assertThat(first.getInt("votes")).isEqualTo(MANY + 1);

    assertThat(contest.delete("/api/public/videos/" + video + "/vote", fan.token()).status())
        .isEqualTo(200);
    assertThat(votes(contest, video)).isEqualTo(MANY);
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
