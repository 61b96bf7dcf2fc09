package co.anb.showcase.api.moderation;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why an administrator decides against a clip.
 *
 * @param reason for the owner to read and for the audit; 1 to 500 characters
 */
public record Decision(
    @JsonbProperty("reason")
        @Schema(required = true, maxLength = 500, example = "En el video aparece publicidad.")
        String reason) {

  @JsonbCreator
  public Decision {}
}
