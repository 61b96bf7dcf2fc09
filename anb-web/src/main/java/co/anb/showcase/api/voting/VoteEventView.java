package co.anb.showcase.api.voting;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.voting.VoteEventRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened to a vote; what is not known is null.
 *
 * @param kind cast, taken_back, voided or restored
 * @param actorId who voided or restored
 * @param network the first eight bytes of the keyed hash, in hex; likewise address and agent
 */
@JsonbNillable
public record VoteEventView(
    @Schema(name = "id") long id,
    @Schema(name = "at", implementation = String.class, format = "date-time") Instant at,
    @Schema(
            name = "kind",
            enumeration = {"cast", "taken_back", "voided", "restored"})
        String kind,
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "voter_id", implementation = String.class, format = "uuid") UUID voterId,
    @Schema(name = "actor_id", implementation = String.class, format = "uuid") UUID actorId,
    @Schema(name = "reason") String reason,
    @Schema(name = "network") String network,
    @Schema(name = "address") String address,
    @Schema(name = "agent") String agent) {

  static VoteEventView of(VoteEventRow event) {
    return new VoteEventView(
        event.id(),
        Times.shown(event.at()),
        event.kind().name().toLowerCase(Locale.ROOT),
        event.videoId(),
        event.voterId(),
        event.actorId(),
        event.reason(),
        event.network(),
        event.address(),
        event.agent());
  }
}
