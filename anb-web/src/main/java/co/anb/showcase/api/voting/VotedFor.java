package co.anb.showcase.api.voting;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clip that the caller voted for. */
public record VotedFor(
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId) {}
