package co.anb.showcase.api.processing;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Clips to process once more.
 *
 * @param videoIds 1 to 100
 */
public record ReplayRequest(
    @JsonbProperty("video_ids") @Schema(required = true, minItems = 1, maxItems = 100)
        List<String> videoIds) {

  @JsonbCreator
  public ReplayRequest {}
}
