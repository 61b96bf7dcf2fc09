package co.anb.showcase.api.voting;

import co.anb.showcase.service.voting.Voiding;
import java.util.List;
import java.util.UUID;

/**
 * What a voiding or restoring did.
 *
 * @param votes how many votes it changed
 */
public record VoidingView(String message, long votes, List<VideoVotes> videos) {

  /** How many of one clip. */
  public record VideoVotes(UUID videoId, long votes) {}

  static VoidingView of(String message, Voiding done) {
    return new VoidingView(
        message,
        done.votes(),
        done.byVideo().entrySet().stream()
            .map(entry -> new VideoVotes(entry.getKey(), entry.getValue()))
            .toList());
  }
}
