package co.anb.showcase.api.jury;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which clip a juror shall get. */
public record AssignRequest(
    @JsonbProperty("juror_id")
        @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708", format = "uuid")
        String jurorId,
    @JsonbProperty("video_id")
        @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708", format = "uuid")
        String videoId) {

  @JsonbCreator
  public AssignRequest {}
}
