package co.anb.showcase.api.upload;

import co.anb.showcase.api.platform.FormParts;
import co.anb.showcase.domain.video.ShownPart;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.upload.Upload;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of an upload. Also describes them for the OpenAPI document. */
public final class UploadForm {

  // More than any title that is accepted, in the longest encoding.
  private static final int MAX_TEXT_BYTES = 4096;
  private static final int MAX_CHARSET_BYTES = 40;
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

  /**
   * The form that a request brings.
   *
   * @throws ProblemException when it is read: INVALID_REQUEST if it is no such form, INVALID_FIELD
   *     if a text's bytes are not in its charset, or a time is no number
   */
  public static Upload.Form of(MediaType type, InputStream body) {
    return clip -> {
      var parts = new Parts(clip);
      FormParts.read(type, body, parts);
      return new Upload.Description(
          parts.text("title"),
          new ShownPart(
              parts.millis("start_ms").orElse(0), parts.millis("poster_ms").orElse(null)));
    };
  }

  static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** What has arrived of a form. Of parts with the same meaning the first one counts. */
  private static final class Parts implements FormParts.Taker {

    private record Text(ByteBuffer bytes, Optional<Charset> charset) {}

    private final Upload.Clip clip;
    private final Map<String, Text> texts = new HashMap<>();
    private boolean clipTaken;
    private Charset formCharset = StandardCharsets.UTF_8;

    Parts(Upload.Clip clip) {
      this.clip = clip;
    }

    @Override
    public void take(FormParts.Part part) throws IOException {
      switch (part.name()) {
        case "video_file", "file" -> {
          if (!clipTaken) {
            clipTaken = true;
            clip.take(part.content());
          }
        }
        case "title", "start_ms", "poster_ms" ->
            texts.putIfAbsent(
                part.name(),
                new Text(
                    ByteBuffer.wrap(part.content().readNBytes(MAX_TEXT_BYTES)), part.charset()));
        case "_charset_" -> {
          // RFC 7578, 4.6: the charset of parts that do not name one.
          String name =
              new String(part.content().readNBytes(MAX_CHARSET_BYTES), StandardCharsets.US_ASCII);
          formCharset = FormParts.charset(name).orElse(formCharset);
        }
        default -> {
          // Others are skipped, within the form's limits.
        }
      }
    }

    /** Null if it is missing. */
    String text(String name) {
      Text text = texts.get(name);
      if (text == null) {
        return null;
      }
      try {
        return decoded(text.bytes().array(), text.charset().orElse(formCharset));
      } catch (CharacterCodingException e) {
        throw malformed(name);
      }
    }

    Optional<Integer> millis(String name) {
      String text = text(name);
      if (text == null || text.isBlank()) {
        return Optional.empty();
      }
      if (!MILLIS.matcher(text.strip()).matches()) {
        throw malformed(name);
      }
      return Optional.of(Integer.valueOf(text.strip()));
    }

    private static ProblemException malformed(String field) {
      return ProblemException.fields(List.of(new FieldError(field, "field_malformed")));
    }
  }
}
