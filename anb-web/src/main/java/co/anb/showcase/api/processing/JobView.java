package co.anb.showcase.api.processing;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the work on a clip is.
 *
 * @param progress percent
 */
public record JobView(
    @Schema(name = "task_id", implementation = String.class, format = "uuid") UUID taskId,
    @Schema(name = "status") String status,
    @Schema(name = "progress") int progress) {}
