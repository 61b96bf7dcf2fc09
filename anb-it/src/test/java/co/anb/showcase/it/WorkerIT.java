package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator relies on: children may die, workers come and go, nothing is forgotten. */
@ExtendWith(RunningStack.class)
class WorkerIT {

  @Test
  void aChildThatCrashesCostsOneAttempt(Contest contest, SampleClips clips, Worker worker)
      throws Exception {
    Person player = contest.join("Duro", "Cúcuta");
    long pid = worker.process().pid();
    String video = contest.accepted(player, clips.standard(), "El hijo cae");
    await().atMost(Duration.ofMinutes(2)).until(() -> progress(contest, player, video) > 5);

    worker.children().forEach(child -> signal(child, "SEGV"));

    contest.processed(player, video);
    assertThat(worker.process().pid()).isEqualTo(pid);
  }

  /** The stack under test allows an attempt forty seconds. */
  @Test
  void aChildThatHangsIsReplaced(Contest contest, SampleClips clips, Worker worker)
      throws Exception {
    Person player = contest.join("Quieto", "Cúcuta");
    String video = contest.accepted(player, clips.standard(), "El hijo se cuelga");
    await().atMost(Duration.ofMinutes(2)).until(() -> progress(contest, player, video) > 5);

    worker.children().forEach(child -> signal(child, "STOP"));

    contest.processed(player, video);
  }

  @Test
  void whatWasGivenUpIsReplayedByTheOperator(
      Contest contest, SampleClips clips, LocalStack stack, Worker worker) throws Exception {
    Person player = contest.join("Perdida", "Riohacha");
    stack.stopWorker();
    String video = contest.accepted(player, clips.light(), "Sin original");
    Path original = original(stack, video);
    Path away = original.resolveSibling("away.mp4");
    Files.move(original, away, StandardCopyOption.ATOMIC_MOVE);
    stack.startWorker();

    var failed = contest.finished(player, video);
    assertThat(failed.getString("status")).isEqualTo("failed");
    assertThat(failed.getJsonObject("failure").getString("code")).isEqualTo("processing_failed");
    assertThat(worker.deadLetters()).contains(video);
    assertThat(worker.command("dead-letters", "list")).contains(video, "not on the media mount");

    Files.move(away, original, StandardCopyOption.ATOMIC_MOVE);
    assertThat(worker.command("dead-letters", "replay", video)).contains("queued again");

    contest.processed(player, video);
    assertThat(worker.command("dead-letters", "list")).doesNotContain(video);
    assertThat(
            new Database(stack)
                .value(
                    "select count(*) from audit_entry where action = 'job.replay' and subject_id ="
                        + " ?",
                    video))
        .as("entries in the audit log")
        .isEqualTo("1");
  }

  @Test
  void workersComeAndGoUnderLoad(Contest contest, SampleClips clips, LocalStack stack)
      throws Exception {
    Person player = contest.join("Relevo", "Popayán");
    List<String> videos = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      videos.add(contest.accepted(player, clips.light(), "Relevo " + i));
    }
    stack.startSecondWorker();
    try {
      stack.stopWorker();
      for (String video : videos) {
        contest.processed(player, video);
      }
    } finally {
      stack.startWorker();
      stack.stopSecondWorker();
    }
  }

  @Test
  void theWorkerTellsWhatItDoes(Contest contest, SampleClips clips, LocalStack stack)
      throws Exception {
    Person player = contest.join("Medida", "Arauca");
    contest.processed(player, contest.accepted(player, clips.light(), "Medida"));

    assertThat(read(stack, "/health/live")).contains("UP");
    assertThat(read(stack, "/health/ready")).contains("UP", "kafka", "database", "media");
    assertThat(read(stack, "/metrics"))
        .contains(
            "anb_queue_lag",
            "anb_jobs_seconds_count{outcome=\"processed\"}",
            "anb_stage_seconds_sum{stage=\"decode\"}",
            "anb_encoder{encoder=\"x264\"} 1.0");
  }

  private static int progress(Contest contest, Person player, String video) {
    return contest.get("/api/jobs/" + video, player.token()).object().getInt("progress");
  }

  private static void signal(ProcessHandle process, String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path original(LocalStack stack, String video) {
    return stack
        .mediaRoot()
        .resolve("uploaded")
        .resolve(video.substring(video.length() - 2))
        .resolve(video + ".mp4");
  }

  private static String read(LocalStack stack, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(stack.workerUrl() + path)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
