package co.anb.showcase.api.voting;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A vote was cast or taken back. */
public record VoteAnswer(
    @Schema(name = "message") String message,
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "votes") long votes) {}
