package co.anb.showcase.service.result;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A player with a published clip, as the result is computed from. The name is not here: a snapshot
 * stays for ever, and people may leave.
 *
 * @param city as shown
 * @param cityKey what makes cities the same
 * @param votes that count, over all published clips
 * @param lastVoteAt of these votes; null without any
 * @param clips the published ones
 */
record Entrant(
    UUID id, String city, String cityKey, long votes, Instant lastVoteAt, List<UUID> clips) {

  Entrant {
    clips = List.copyOf(clips);
  }
}
