package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Ids;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How to spread the clips; all members may be left out.
 *
 * @param scoresPerClip 1 to 50; by default the setting
 * @param jurorIds who shall get clips; by default all jurors
 */
public record SpreadRequest(
    @JsonbProperty("scores_per_clip") @Schema(example = "2", minimum = "1", maximum = "50")
        Integer scoresPerClip,
    @JsonbProperty("juror_ids") List<String> jurorIds) {

  @JsonbCreator
  public SpreadRequest {}

  List<UUID> jurors() {
    return jurorIds == null
        ? null
        : jurorIds.stream().map(id -> Ids.find(id).orElse(null)).toList();
  }
}
