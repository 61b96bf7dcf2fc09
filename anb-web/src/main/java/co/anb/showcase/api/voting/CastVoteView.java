package co.anb.showcase.api.voting;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.voting.VoteRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A vote as administrators see it; what is not known is null.
 *
 * @param voterSince when the account was made
 * @param network the first eight bytes of the keyed hash, in hex; likewise address and agent
 * @param voidedAt null if the vote counts
 */
@JsonbNillable
public record CastVoteView(
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "title") String title,
    @Schema(name = "player_id", implementation = String.class, format = "uuid") UUID playerId,
    @Schema(name = "voter_id", implementation = String.class, format = "uuid") UUID voterId,
    @Schema(name = "voter_name") String voterName,
    @Schema(name = "voter_since", implementation = String.class, format = "date-time")
        Instant voterSince,
    @Schema(name = "cast_at", implementation = String.class, format = "date-time") Instant castAt,
    @Schema(name = "network") String network,
    @Schema(name = "address") String address,
    @Schema(name = "agent") String agent,
    @Schema(name = "voided_at", implementation = String.class, format = "date-time")
        Instant voidedAt,
    @Schema(name = "voided_by", implementation = String.class, format = "uuid") UUID voidedBy,
    @Schema(name = "void_reason") String voidReason) {

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
