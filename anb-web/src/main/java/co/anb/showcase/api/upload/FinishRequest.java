package co.anb.showcase.api.upload;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said about a clip once its file has arrived. */
public record FinishRequest(
    @JsonbProperty("title") @Schema(required = true, maxLength = 120) String title) {

  // As in SignupRequest.
  @JsonbCreator
  public FinishRequest {}

  /** The title of a body that may be missing altogether. */
  static String of(FinishRequest request) {
    return request == null ? null : request.title();
  }
}
