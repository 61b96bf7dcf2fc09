package co.anb.showcase.api.jury;

import co.anb.showcase.service.jury.SheetDraft;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft of a score sheet; replaces what was saved before.
 *
 * @param version the one that was read; 0 for a sheet never saved
 * @param scores may be some of the criteria
 * @param comment at most 2000 characters, or null
 */
public record SheetRequest(
    @JsonbProperty("version") @Schema(example = "3") Integer version,
    @JsonbProperty("scores") List<ScoreRequest> scores,
    @JsonbProperty("comment") @Schema(example = "Buen manejo con las dos manos.", maxLength = 2000)
        String comment) {

  @JsonbCreator
  public SheetRequest {}

  SheetDraft toDraft() {
    List<SheetDraft.Mark> marks =
        scores == null
            ? List.of()
            : scores.stream()
                .map(
                    each ->
                        each == null ? null : new SheetDraft.Mark(each.criterion(), each.value()))
                .toList();
    return new SheetDraft(version, marks, comment);
  }
}
