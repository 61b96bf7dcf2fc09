package co.anb.showcase.api.contest;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why and until when.
 *
 * @param votingCloses a time to come, ISO 8601; without an offset it is one of the contest's zone
 */
public record ReopenRequest(
    @JsonbProperty("reason") @Schema(required = true, maxLength = 500) String reason,
    @JsonbProperty("voting_closes") @Schema(required = true, format = "date-time")
        String votingCloses) {

  // JSON-B reads a record only when told to, and takes a creator's names only from annotations.
  @JsonbCreator
  public ReopenRequest {}
}
