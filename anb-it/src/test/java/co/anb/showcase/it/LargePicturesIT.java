package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.VideoCodec;
import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One picture of these is larger than a child's heap. */
@ExtendWith(RunningStack.class)
class LargePicturesIT {

  private static final ClipRecipe FEW_PICTURES =
      ClipRecipe.standard().withFrameRate("1").withSeconds(21);

  @Test
  void largePicturesAreProcessedAtTheFirstAttempt(
      Contest contest, SampleClips clips, LocalStack stack, Worker worker) throws Exception {
    Person player = contest.join("Grande", "Cali");
    long logBefore = Files.size(stack.log(StackComponent.WORKER));
    String eight = contest.accepted(player, clips.of(FEW_PICTURES.withSize(7680, 4320)), "8K");
    String five =
        contest.accepted(
            player,
            clips.of(FEW_PICTURES.withSize(5312, 2988).withCodec(VideoCodec.HEVC_10BIT)),
            "5.3K");

    for (String video : new String[] {eight, five}) {
      assertThat(contest.finished(player, video, Duration.ofMinutes(4)).getString("status"))
          .isEqualTo("processed");
    }

    String log = Files.readString(stack.log(StackComponent.WORKER)).substring((int) logBefore);
    assertThat(log).doesNotContain("OutOfMemory");
    assertThat(worker.deadLetters()).doesNotContain(eight, five);
  }
}
