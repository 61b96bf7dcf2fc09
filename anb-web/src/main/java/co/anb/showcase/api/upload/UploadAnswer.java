package co.anb.showcase.api.upload;

import java.util.UUID;

/** An accepted upload. */
public record UploadAnswer(String message, UUID taskId, UUID videoId, String status) {

  public static UploadAnswer of(UUID id) {
    return new UploadAnswer(
        "Video subido correctamente. Procesamiento en curso.", id, id, "uploaded");
  }
}
