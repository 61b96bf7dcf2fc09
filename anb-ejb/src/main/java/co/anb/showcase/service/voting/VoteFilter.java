package co.anb.showcase.service.voting;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which votes are meant; a part that is null does not matter. They are found by the event with
 * which each was cast last.
 *
 * @param network first eight bytes of the keyed hash; likewise address and agent
 * @param accountAgeMinutes only by accounts that were younger when they voted
 * @param signupNetwork only by accounts made there; first eight bytes of the keyed hash
 * @param mailDomain only by accounts with an e-mail address of this domain, in lower case
 * @param from votes cast at this time or later
 * @param to votes cast before
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only bound to a query.
public record VoteFilter(
    UUID videoId,
    UUID playerId,
    UUID voterId,
    byte[] network,
    byte[] address,
    byte[] agent,
    Integer accountAgeMinutes,
    byte[] signupNetwork,
    String mailDomain,
    Instant from,
    Instant to) {

  /** Whether it says more than a time. */
  public boolean isSelective() {
    return Stream.of(videoId, playerId, voterId, network, address, agent, signupNetwork, mailDomain)
        .anyMatch(Objects::nonNull);
  }

  @Override
  public String toString() {
    return "VoteFilter[video=%s, player=%s, voter=%s, network=%s, from=%s, to=%s]"
        .formatted(videoId, playerId, voterId, Arrays.toString(network), from, to);
  }
}
