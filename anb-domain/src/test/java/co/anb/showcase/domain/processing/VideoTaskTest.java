package co.anb.showcase.domain.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTaskTest {

  @Test
  void survivesTheJsonForm() {
    UUID id = UUID.randomUUID();
    var task = new VideoTask(id, id, Instant.parse("2026-01-02T03:04:05.678Z"));

    assertThat(VideoTask.fromJson(task.toJson())).isEqualTo(task);
  }

  @Test
  void ignoresMembersItDoesNotKnow() {
    UUID id = UUID.randomUUID();
    String json =
        "{\"version\":1,\"task_id\":\"%s\",\"video_id\":\"%s\",\"queued_at\":\"2026-01-02T03:04:05Z\",\"later\":{}}"
            .formatted(id, id);

    assertThat(VideoTask.fromJson(json).videoId()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"version\":2}",
        "{\"version\":1,\"task_id\":\"x\",\"video_id\":\"y\",\"queued_at\":\"z\"}"
      })
  void refusesWhatIsNoTask(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> VideoTask.fromJson(json));
  }
}
