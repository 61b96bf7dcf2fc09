package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.VideoCodec;
import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One frame of these is larger than a child's heap. */
@ExtendWith(RunningStack.class)
class LargePicturesIT {

  private static final ClipRecipe FEW_FRAMES =
      ClipRecipe.standard().withFrameRate("1").withSeconds(21);

  @Test
  void largePicturesAreProcessedAtTheFirstAttempt(
      Contest contest, SampleClips clips, LocalStack stack, Worker worker) throws Exception {
    Person player = contest.join("Grande", "Cali");
    long logBefore = Files.size(stack.log(StackComponent.WORKER));
    ClipRecipe five = FEW_FRAMES.withSize(5312, 2988);
    List<String> videos = new ArrayList<>();
    for (ClipRecipe recipe :
        List.of(
            FEW_FRAMES.withSize(7680, 4320),
            five,
            five.withCodec(VideoCodec.HEVC),
            five.withCodec(VideoCodec.HEVC_10BIT))) {
      videos.add(contest.accepted(player, clips.of(recipe), recipe.width() + " " + recipe.codec()));
    }

    assertChildrenAreLimited(worker);
    for (String video : videos) {
      assertThat(contest.finished(player, video, Duration.ofMinutes(4)).getString("status"))
          .isEqualTo("processed");
    }

    String log = Files.readString(stack.log(StackComponent.WORKER)).substring((int) logBefore);
    assertThat(log).doesNotContain("OutOfMemory");
    assertThat(worker.deadLetters()).doesNotContainAnyElementsOf(videos);
  }

  /** The decoders run behind the limits of production: an address space of their own size. */
  private static void assertChildrenAreLimited(Worker worker) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreException(NoSuchFileException.class)
        .untilAsserted(
            () -> {
              // The sandbox around a child is not what is limited.
              List<ProcessHandle> decoders =
                  worker.children().stream().filter(LargePicturesIT::isJava).toList();
              assertThat(decoders).isNotEmpty();
              for (ProcessHandle decoder : decoders) {
                assertThat(addressSpace(decoder)).isLessThan(4L << 30);
              }
            });
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/java")).isPresent();
  }

  /** In bytes. */
  private static long addressSpace(ProcessHandle process) throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "limits")).stream()
            .filter(each -> each.startsWith("Max address space"))
            .findFirst()
            .orElseThrow();
    String soft = line.substring("Max address space".length()).trim().split(" +", -1)[0];
    return soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft);
  }
}
