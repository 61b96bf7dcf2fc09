package co.anb.showcase.api.account;

import jakarta.ws.rs.core.EntityPart;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The part of an avatar's upload. Also describes it for the OpenAPI document. */
public final class AvatarForm {

  /** The picture; {@code file} is taken too. */
  @Schema(format = "binary", required = true, description = "JPEG or PNG, at most 2 MiB")
  public String avatar;

  private AvatarForm() {}

  static InputStream file(List<EntityPart> parts) {
    return parts.stream()
        .filter(part -> "avatar".equals(part.getName()) || "file".equals(part.getName()))
        .findFirst()
        .map(EntityPart::getContent)
        .orElse(null);
  }
}
