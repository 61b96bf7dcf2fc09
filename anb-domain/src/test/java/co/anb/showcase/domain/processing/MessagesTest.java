package co.anb.showcase.domain.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import co.anb.showcase.domain.video.VideoStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void anEventSurvivesTheJsonForm() {
    var running =
        new VideoEvent(UUID.randomUUID(), VideoStatus.PROCESSING, 42, 2, NOW, Optional.empty());
    var failed =
        new VideoEvent(
            UUID.randomUUID(), VideoStatus.FAILED, 0, 1, NOW, Optional.of("undecodable"));

    assertThat(VideoEvent.fromJson(running.toJson())).isEqualTo(running);
    assertThat(running.isFinal()).isFalse();
    assertThat(VideoEvent.fromJson(failed.toJson())).isEqualTo(failed);
    assertThat(failed.isFinal()).isTrue();
  }

  @Test
  void aDeadTaskSurvivesTheJsonForm() {
    var dead = new DeadTask(UUID.randomUUID(), 5, NOW, "Exit status 139: \"no report\"");

    assertThat(DeadTask.fromJson(dead.toJson())).isEqualTo(dead);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"version\":2}",
        "{\"version\":1,\"video_id\":\"x\",\"status\":\"y\"}"
      })
  void refusesWhatIsNoMessage(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> VideoEvent.fromJson(json));
    assertThatIllegalArgumentException().isThrownBy(() -> DeadTask.fromJson(json));
  }
}
