package co.anb.showcase.api.upload;

import co.anb.showcase.service.problem.ContractTexts;
import java.util.UUID;

/** An accepted upload. */
public record UploadView(String message, UUID taskId, UUID videoId, String status) {

  public static UploadView of(UUID id) {
    return new UploadView(ContractTexts.UPLOADED, id, id, "uploaded");
  }
}
