package co.anb.showcase.api.processing;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The data of an event named deleted. */
public record DeletedView(
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "task_id", implementation = String.class, format = "uuid") UUID taskId) {}
