package co.anb.showcase.api.upload;

import java.util.UUID;

/** An accepted upload. */
public record UploadView(String message, UUID taskId, UUID videoId, String status) {

  public static UploadView of(UUID id) {
    return new UploadView(
        "Video subido correctamente. Procesamiento en curso.", id, id, "uploaded");
  }
}
