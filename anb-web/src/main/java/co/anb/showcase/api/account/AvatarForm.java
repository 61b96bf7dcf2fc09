package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.FormParts;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The part of an avatar's upload. Also describes it for the OpenAPI document. */
public final class AvatarForm {

  /** The picture; {@code file} is taken too. */
  @Schema(format = "binary", required = true, description = "JPEG or PNG, at most 2 MiB")
  public String avatar;

  private AvatarForm() {}

  /**
   * Reads a form.
   *
   * @param picture takes the picture: the first part that is one
   * @return what became of it; empty if there is none
   */
  static <T> Optional<T> read(MediaType type, InputStream body, Function<InputStream, T> picture)
      throws IOException {
    var result = new AtomicReference<T>();
    FormParts.read(
        type,
        body,
        part -> {
          boolean wanted = part.name().equals("avatar") || part.name().equals("file");
          if (wanted && result.get() == null) {
            result.set(picture.apply(part.content()));
          }
        });
    return Optional.ofNullable(result.get());
  }
}
