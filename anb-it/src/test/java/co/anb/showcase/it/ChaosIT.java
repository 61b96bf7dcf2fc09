package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.clips.Probe;
import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Everything that can be killed is killed at random moments; what was accepted comes out, once. */
@ExtendWith(RunningStack.class)
@Order(TestOrder.LATE)
@ResourceLock(TestOrder.BOTH)
class ChaosIT {

  private static final int UPLOADS = 20;
  private static final int ROUNDS = 2;

  /** What each round kills, in an order of chance. */
  private enum Victim {
    WORKER,
    CHILD,
    KAFKA,
    SERVER
  }

  @Test
  void everyAcceptedClipIsProcessedExactlyOnce(
      Contest contest, SampleClips clips, LocalStack stack, Worker worker) throws Exception {
    long seed = Long.getLong("anb.chaos.seed", System.nanoTime());
    System.out.println("Chaos with anb.chaos.seed=" + seed);
    Person player = contest.join("Caos", "Quibdó");
    Path clip = clips.light();

    CompletableFuture<List<String>> uploads =
        CompletableFuture.supplyAsync(() -> uploadAll(contest, player, clip));
    wreak(new Random(seed), stack, worker);
    List<String> videos = uploads.get(10, TimeUnit.MINUTES);
    for (String video : videos) {
      contest.processed(player, video);
    }

    assertThat(videos).doesNotHaveDuplicates().hasSize(UPLOADS);
    assertThat(contest.get("/api/videos?limit=100", player.token()).array()).hasSize(UPLOADS);
    for (String video : videos) {
      assertThat(files(stack, "uploaded", video + ".mp4")).hasSize(1);
      assertThat(files(stack, "processed", video + ".jpg")).hasSize(1);
      List<Path> results = files(stack, "processed", video + ".mp4");
      assertThat(results).hasSize(1);
      assertThat(Probe.read(results.get(0)).durationSeconds()).isBetween(25.9, 26.1);
    }
    assertThat(worker.deadLetters()).doesNotContainAnyElementsOf(videos);
    // What a killed server was receiving goes with a later sweep.
    await("no temporary file")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(worker.stagedFiles()).isEmpty());
    await("no folder of a dead child")
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(worker.childFolders()).hasSameSizeAs(worker.children()));
  }

  /** As a patient client does it: again with the same key until there is an answer. */
  private static List<String> uploadAll(Contest contest, Person player, Path clip) {
    List<String> videos = new ArrayList<>();
    for (int i = 0; i < UPLOADS; i++) {
      String title = "Caos " + i;
      var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
      await("upload " + i)
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptionsInstanceOf(UncheckedIOException.class)
          .until(
              () -> {
                Answer answer = contest.upload(player, clip, title, key);
                // Anything else is a server that comes up or goes down.
                return answer.status() == 201 && videos.add(answer.object().getString("video_id"));
              });
    }
    return videos;
  }

  private static void wreak(Random random, LocalStack stack, Worker worker) {
    for (int round = 0; round < ROUNDS; round++) {
      List<Victim> victims = new ArrayList<>(List.of(Victim.values()));
      Collections.shuffle(victims, random);
      for (Victim victim : victims) {
        letPass(random.nextInt(1_000, 6_000));
        System.out.println("Killing " + victim);
        kill(victim, random, stack, worker);
      }
    }
  }

  private static void kill(Victim victim, Random random, LocalStack stack, Worker worker) {
    switch (victim) {
      case WORKER -> {
        stack.killWorker();
        stack.startWorker();
      }
      case CHILD -> worker.children().forEach(ProcessHandle::destroyForcibly);
      case KAFKA -> {
        stack.killKafka();
        letPass(random.nextInt(100, 3_000));
        stack.startKafka();
      }
      case SERVER -> {
        stack.killServer();
        stack.startServer();
      }
    }
  }

  /** Chance decides about the moment; there is nothing to wait for. */
  private static void letPass(int millis) {
    await()
        .pollDelay(Duration.ofMillis(millis))
        .atMost(Duration.ofMillis(millis).plusSeconds(5))
        .until(() -> true);
  }

  private static List<Path> files(LocalStack stack, String folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(stack.mediaRoot().resolve(folder))) {
      return files.filter(file -> file.getFileName().toString().equals(name)).toList();
    }
  }
}
