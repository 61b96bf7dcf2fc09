package co.anb.showcase.api.video;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something was done with a clip. */
public record VideoAction(
    @Schema(name = "message") String message,
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId) {}
