package co.anb.showcase.api.upload;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of an upload. Also describes them for the OpenAPI document. */
public final class UploadForm {

  // More than any title that is accepted, in the longest encoding.
  private static final int MAX_TITLE_BYTES = 4096;

  /** The clip; {@code file} is taken too. */
  @Schema(
      format = "binary",
      required = true,
      description = "MP4, 20 to 60 s, 1080p or more, at most 100 MiB")
  public String videoFile;

  /** The title. */
  @Schema(required = true, maxLength = 120)
  public String title;

  private UploadForm() {}

  public static InputStream file(List<EntityPart> parts) {
    return part(parts, "video_file")
        .or(() -> part(parts, "file"))
        .map(EntityPart::getContent)
        .orElse(null);
  }

  public static String title(List<EntityPart> parts) throws IOException {
    Optional<EntityPart> part = part(parts, "title");
    if (part.isEmpty()) {
      return null;
    }
    try (InputStream content = part.get().getContent()) {
      return new String(content.readNBytes(MAX_TITLE_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static Optional<EntityPart> part(List<EntityPart> parts, String name) {
    return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
  }
}
