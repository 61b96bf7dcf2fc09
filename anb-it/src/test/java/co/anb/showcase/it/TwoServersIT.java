package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two web servers are one contest: no client has to stay with one of them. */
@ExtendWith(RunningStack.class)
class TwoServersIT {

  private static final Duration SOON = Duration.ofSeconds(2);

  @BeforeAll
  static void start(LocalStack stack) {
    stack.startSecondServer();
  }

  @AfterAll
  static void stop(LocalStack stack) {
    stack.stopSecondServer();
  }

  @Test
  void aVoteOnOneServerShowsOnTheOtherWithinTwoSeconds(
      Contest first, LocalStack stack, Crowd crowd) {
    Contest second = new Contest(stack.secondBaseUrl());
    Person player = crowd.person("Doble", "Puerto Carreño", "PLAYER");
    String clip = crowd.clip(player, "En dos servidores");
    List<Person> fans = crowd.people(2, "Fan", "Puerto Carreño", "PLAYER");

    assertThat(first.vote(clip, fans.get(0)).status()).isEqualTo(200);
    await().atMost(SOON).until(() -> votes(second), votes -> votes == 1);
    assertThat(second.vote(clip, fans.get(1)).status()).isEqualTo(200);
    await().atMost(SOON).until(() -> votes(first), votes -> votes == 2);
    assertThat(second.vote(clip, fans.get(0)).status()).isEqualTo(400);
  }

  private static int votes(Contest contest) {
    return contest.get("/api/public/rankings?city=puerto%20carreno", null).array().stream()
        .mapToInt(row -> ((JsonObject) row).getInt("votes"))
        .sum();
  }

  @Test
  void aClipSentToOneServerIsFollowedOnTheOther(Contest first, LocalStack stack, SampleClips clips)
      throws Exception {
    Contest second = new Contest(stack.secondBaseUrl());
    Person player = first.join("Dos", "Pasto");
    // The token of one server is good on the other, and so is the clip's file.
    Answer uploaded = second.upload(player, clips.standard(), "Por el segundo", Map.of());
    assertThat(uploaded.status()).as("%s", uploaded).isEqualTo(201);
    String video = uploaded.object().getString("video_id");
    try (EventStream events =
        EventStream.open(stack, "/api/videos/" + video + "/events", player.token())) {
      events.awaitEnd();
      assertThat(events.last().data().getString("status")).isEqualTo("processed");
      assertThat(events.events()).hasSizeGreaterThan(3);
    }
    assertThat(second.get("/api/videos/" + video + "/processed", player.token()).status())
        .isEqualTo(200);
  }

  @Test
  void anUploadBegunOnOneServerGoesOnOnTheOther(Contest first, LocalStack stack, SampleClips clips)
      throws Exception {
    Person player = first.join("Relevo", "Pasto");
    byte[] clip = Files.readAllBytes(clips.light());
    int half = clip.length / 2;
    Tus one = new Tus(stack.baseUrl(), player.token());
    Tus other = new Tus(stack.secondBaseUrl(), player.token());

    String upload = one.begin(clip.length);
    assertThat(one.send(upload, Arrays.copyOf(clip, half), 0).status()).isEqualTo(204);
    assertThat(other.offset(upload).header("Upload-Offset")).isEqualTo(Integer.toString(half));
    assertThat(other.send(upload, clips.light(), half).status()).isEqualTo(204);
    Answer finished = one.finish(upload, "Por dos servidores");

    assertThat(finished.status()).as("%s", finished).isEqualTo(201);
    assertThat(other.finish(upload, "Otra vez").object()).isEqualTo(finished.object());
  }
}
