package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class LargeUploadIT {

  private static final long LIMIT = 100L * 1024 * 1024;

  /** The stack under test runs its server with a heap of 256 MB. */
  @Test
  void aFileOfExactlyTheLimitIsAcceptedBySmallHeap(Contest contest, SampleClips clips)
      throws Exception {
    Path large = clips.of(SampleClips.LIGHT.withTargetBytes(LIMIT));
    assertThat(Files.size(large)).isEqualTo(LIMIT);
    Person player = contest.join("Grande", "Leticia");

    String video = contest.accepted(player, large, "Cien megas");

    contest.processed(player, video);
  }
}
