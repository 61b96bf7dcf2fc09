package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.Clips;
import co.anb.showcase.clips.OddClips;
import co.anb.showcase.clips.VideoCodec;
import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Corrupt clips, by accident or by intent, go through the whole stack. */
@ExtendWith(RunningStack.class)
class MutatedClipsIT {

  private static final int CLIPS = Integer.getInteger("anb.mutations", 60);

  @TempDir Path folder;

  @Test
  void eachIsProcessedFailedOrRefusedAndNothingIsLeft(
      Contest contest, SampleClips clips, LocalStack stack, Worker worker) throws Exception {
    long seed = Long.getLong("anb.mutations.seed", System.nanoTime());
    System.out.println("Mutations with anb.mutations.seed=" + seed);
    Random random = new Random(seed);
    List<byte[]> sound = List.of(plain(clips), edited(), fragmented());
    Person player = contest.join("Mutante", "Mocoa");
    long pid = worker.process().pid();
    long originals = files(stack, "uploaded");

    List<Mutation> mutations = List.of(Mutation.values());
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> accepted = new ArrayList<>();
    Path clip = folder.resolve("spoiled.mp4");
    for (int i = 0; i < CLIPS; i++) {
      Mutation mutation = mutations.get(i % mutations.size());
      Files.write(clip, mutation.apply(sound.get(i % sound.size()), random));
      Answer answer = contest.upload(player, clip, mutation + " " + i);
      if (answer.status() == 201) {
        accepted.add(answer.object().getString("video_id"));
      } else {
        assertThat(answer.status()).as("%s: %s", mutation, answer).isEqualTo(400);
        assertThat(answer.object().getString("code")).isEqualTo("invalid_file");
        outcomes.merge("refused", 1, Integer::sum);
      }
    }
    for (String video : accepted) {
      String status = contest.finished(player, video, Duration.ofMinutes(60)).getString("status");
      outcomes.merge(status, 1, Integer::sum);
    }
    System.out.println(CLIPS + " mutated clips: " + outcomes);

    assertThat(outcomes.keySet()).isSubsetOf("refused", "processed", "failed");
    assertThat(worker.process().pid()).isEqualTo(pid);
    assertThat(files(stack, "uploaded")).isEqualTo(originals + accepted.size());
    assertThat(worker.stagedFiles()).isEmpty();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(worker.children()).hasSizeLessThanOrEqualTo(2);
              assertThat(worker.childFolders()).hasSameSizeAs(worker.children());
            });
    contest.processed(player, contest.accepted(player, clips.light(), "Sano y salvo"));
  }

  // Few, small frames: what counts is the reading, not the amount. Without sound, so that the boxes
  // that are spoiled are those of the frames.
  private static ClipRecipe small() {
    return ClipRecipe.standard()
        .withSize(1080, 1080)
        .withFrameRate("2")
        .withSeconds(20)
        .withAudio(false)
        .withVideoBitrate(200_000);
  }

  private static byte[] plain(SampleClips clips) throws IOException {
    return Files.readAllBytes(clips.of(small()));
  }

  /** With three edits, and with colours in its sample description. */
  private byte[] edited() throws IOException {
    ClipRecipe recipe = small().withSeconds(25).withCodec(VideoCodec.HEVC_HLG);
    Path clip = Clips.make(recipe, folder.resolve("edited.mp4"));
    OddClips.edit(
        clip, new double[] {12, 10}, new double[] {Double.NaN, 1}, new double[] {1, 10.5});
    return Files.readAllBytes(clip);
  }

  private byte[] fragmented() throws IOException {
    Path clip = OddClips.fragment(small(), folder.resolve("fragmented.mp4"));
    OddClips.indexFragments(clip, 20);
    return Files.readAllBytes(clip);
  }

  private static long files(LocalStack stack, String kind) throws IOException {
    try (Stream<Path> files = Files.walk(stack.mediaRoot().resolve(kind))) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
