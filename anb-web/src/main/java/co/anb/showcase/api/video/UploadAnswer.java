package co.anb.showcase.api.video;

import java.util.UUID;

/** An accepted upload. */
public record UploadAnswer(String message, UUID taskId, UUID videoId, String status) {

  static UploadAnswer of(UUID id) {
    return new UploadAnswer(
        "Video subido correctamente. Procesamiento en curso.", id, id, "uploaded");
  }
}
