package co.anb.showcase.api.upload;

import co.anb.showcase.domain.video.ShownPart;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of an upload. Also describes them for the OpenAPI document. */
public final class UploadForm {

  // More than any title that is accepted, in the longest encoding.
  private static final int MAX_TEXT_BYTES = 4096;

  private static final Pattern MILLIS = Pattern.compile("-?\\d{1,9}");

  /** The clip; {@code file} is taken too. */
  @Schema(
      format = "binary",
      required = true,
      description = "MP4, 20 to 60 s, 1080p or more, at most 100 MiB")
  public String videoFile;

  /** The title. */
  @Schema(required = true, maxLength = 120)
  public String title;

  /** Where the part that is shown begins. */
  @Schema(
      minimum = "0",
      defaultValue = "0",
      description = "Where the part that is shown begins; at least 20 s must remain")
  public Integer startMs;

  /** The moment that is the poster. */
  @Schema(
      minimum = "0",
      description = "The moment of the poster, within the part that is shown; by default its start")
  public Integer posterMs;

  private UploadForm() {}

  public static InputStream file(List<EntityPart> parts) {
    return part(parts, "video_file")
        .or(() -> part(parts, "file"))
        .map(EntityPart::getContent)
        .orElse(null);
  }

  /**
   * The title as it was sent; null if it was not.
   *
   * @throws ProblemException INVALID_FIELD if its bytes are not in the charset that it names
   */
  public static String title(List<EntityPart> parts) throws IOException {
    return text(parts, "title");
  }

  /**
   * Which part of the clip shall be shown.
   *
   * @throws ProblemException INVALID_FIELD if it is told by something that is no number
   */
  public static ShownPart shownPart(List<EntityPart> parts) throws IOException {
    Integer start = millis(parts, "start_ms");
    return new ShownPart(start == null ? 0 : start, millis(parts, "poster_ms"));
  }

  private static Integer millis(List<EntityPart> parts, String name) throws IOException {
    String text = text(parts, name);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!MILLIS.matcher(text.strip()).matches()) {
      throw malformed(name);
    }
    return Integer.valueOf(text.strip());
  }

  private static String text(List<EntityPart> parts, String name) throws IOException {
    Optional<EntityPart> part = part(parts, name);
    if (part.isEmpty()) {
      return null;
    }
    try (InputStream content = part.get().getContent()) {
      return decoded(content.readNBytes(MAX_TEXT_BYTES), charset(parts, part.get()));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw malformed(name);
    }
  }

  /** As RFC 7578 tells it: of the part, else the form's default, else UTF-8. */
  private static Charset charset(List<EntityPart> parts, EntityPart part) throws IOException {
    MediaType type = part.getMediaType();
    String named = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (named != null) {
      return Charset.forName(named);
    }
    Optional<EntityPart> common = part(parts, "_charset_");
    if (common.isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    try (InputStream content = common.get().getContent()) {
      return Charset.forName(
          new String(content.readNBytes(MAX_TEXT_BYTES), StandardCharsets.US_ASCII).strip());
    }
  }

  static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static ProblemException malformed(String field) {
    return ProblemException.fields(List.of(new FieldError(field, "field_malformed")));
  }

  private static Optional<EntityPart> part(List<EntityPart> parts, String name) {
    return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
  }
}
