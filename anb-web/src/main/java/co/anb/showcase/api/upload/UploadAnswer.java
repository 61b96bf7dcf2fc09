package co.anb.showcase.api.upload;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted upload. */
public record UploadAnswer(
    @Schema(name = "message") String message,
    @Schema(name = "task_id", implementation = String.class, format = "uuid") UUID taskId,
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "status") String status) {

  public static UploadAnswer of(UUID id) {
    return new UploadAnswer(
        "Video subido correctamente. Procesamiento en curso.", id, id, "uploaded");
  }
}
