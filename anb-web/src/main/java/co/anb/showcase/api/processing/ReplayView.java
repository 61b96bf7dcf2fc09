package co.anb.showcase.api.processing;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a replay did.
 *
 * @param replayed clips that are processed once more
 * @param untouched clips that are gone or have not failed
 */
public record ReplayView(
    String message,
    @Schema(type = SchemaType.ARRAY, implementation = String.class) List<UUID> replayed,
    @Schema(type = SchemaType.ARRAY, implementation = String.class) List<UUID> untouched) {

  static ReplayView of(List<UUID> wanted, List<UUID> replayed) {
    return new ReplayView(
        "Videos de nuevo en cola: " + replayed.size() + ".",
        replayed,
        wanted.stream().filter(id -> !replayed.contains(id)).toList());
  }
}
