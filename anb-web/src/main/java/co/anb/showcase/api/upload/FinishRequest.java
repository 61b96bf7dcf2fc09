package co.anb.showcase.api.upload;

import co.anb.showcase.domain.video.ShownPart;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said about a clip once its file has arrived. */
public record FinishRequest(
    @JsonbProperty("title") @Schema(required = true, maxLength = 120) String title,
    @JsonbProperty("start_ms") @Schema(minimum = "0", nullable = true) Integer startMillis,
    @JsonbProperty("poster_ms") @Schema(minimum = "0", nullable = true) Integer posterMillis) {

  // As in SignupRequest.
  @JsonbCreator
  public FinishRequest {}

  /** A body that may be missing altogether. */
  static FinishRequest of(FinishRequest request) {
    return request == null ? new FinishRequest(null, null, null) : request;
  }

  ShownPart shownPart() {
    return new ShownPart(Optional.ofNullable(startMillis).orElse(0), posterMillis);
  }
}
