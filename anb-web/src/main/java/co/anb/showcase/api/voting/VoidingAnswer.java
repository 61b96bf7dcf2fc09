package co.anb.showcase.api.voting;

import co.anb.showcase.service.voting.Voiding;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a voiding or restoring did.
 *
 * @param votes how many votes it changed
 */
public record VoidingAnswer(
    @Schema(name = "message") String message,
    @Schema(name = "votes") long votes,
    @Schema(name = "videos", type = SchemaType.ARRAY, implementation = VideoVotes.class)
        List<VideoVotes> videos) {

  /** How many of one clip. */
  public record VideoVotes(
      @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
      @Schema(name = "votes") long votes) {}

  static VoidingAnswer of(String message, Voiding done) {
    return new VoidingAnswer(
        message,
        done.votes(),
        done.byVideo().entrySet().stream()
            .map(entry -> new VideoVotes(entry.getKey(), entry.getValue()))
            .toList());
  }
}
