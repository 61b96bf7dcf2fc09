package co.anb.showcase.api.voting;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.voting.VoteRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * A vote as administrators see it; what is not known is null.
 *
 * @param voterSince when the account was made
 * @param network the first eight bytes of the keyed hash, in hex; likewise address and agent
 * @param voidedAt null if the vote counts
 */
@JsonbNillable
public record CastVoteView(
    UUID videoId,
    String title,
    UUID playerId,
    UUID voterId,
    String voterName,
    Instant voterSince,
    Instant castAt,
    String network,
    String address,
    String agent,
    Instant voidedAt,
    UUID voidedBy,
    String voidReason) {

  static CastVoteView of(VoteRow vote) {
    return new CastVoteView(
        vote.videoId(),
        vote.title(),
        vote.playerId(),
        vote.voterId(),
        vote.voterName(),
        Times.shown(vote.voterSince()),
        Times.shown(vote.castAt()),
        vote.network(),
        vote.address(),
        vote.agent(),
        Times.shown(vote.voidedAt()),
        vote.voidedBy(),
        vote.voidReason());
  }
}
