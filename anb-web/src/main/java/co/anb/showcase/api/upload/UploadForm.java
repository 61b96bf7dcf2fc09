package co.anb.showcase.api.upload;

import co.anb.showcase.api.platform.FormParts;
import co.anb.showcase.service.upload.Upload;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of an upload. Also describes them for the OpenAPI document. */
public final class UploadForm {

  // More than any title that is accepted, in the longest encoding.
  private static final int MAX_TITLE_BYTES = 4096;
  private static final int MAX_CHARSET = 40;

  /** The clip; {@code file} is taken too. */
  @Schema(
      name = "video_file",
      type = SchemaType.STRING,
      format = "binary",
      required = true,
      description = "MP4, 20 to 60 s, 1080p or more, at most 100 MiB")
  public String videoFile;

  /** The title. */
  @Schema(required = true, maxLength = 120)
  public String title;

  private UploadForm() {}

  /** The form that a request brings. */
  public static Upload.Form of(MediaType type, InputStream body) {
    return clip -> {
      var taken = new Taken(clip);
      FormParts.read(type, body, taken);
      return taken.title();
    };
  }

  /** What has arrived of a form. Of parts with the same meaning the first one counts. */
  private static final class Taken implements FormParts.Taker {

    private final Upload.Clip clip;
    private boolean clipTaken;
    private byte[] title;
    private Charset titleCharset;
    private Charset formCharset = StandardCharsets.UTF_8;

    Taken(Upload.Clip clip) {
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
        case "title" -> {
          if (title == null) {
            title = part.content().readNBytes(MAX_TITLE_BYTES);
            titleCharset = part.charset().orElse(null);
          }
        }
        case "_charset_" -> {
          // RFC 7578, 4.6: what parts are in that say nothing of it.
          String name =
              new String(part.content().readNBytes(MAX_CHARSET), StandardCharsets.US_ASCII);
          formCharset = FormParts.charset(name).orElse(formCharset);
        }
        default -> {
          // Others are skipped, within the form's limits.
        }
      }
    }

    String title() {
      return title == null
          ? null
          : new String(title, titleCharset == null ? formCharset : titleCharset);
    }
  }
}
