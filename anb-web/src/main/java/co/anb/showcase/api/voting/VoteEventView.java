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
    long id,
    Instant at,
    @Schema(enumeration = {"cast", "taken_back", "voided", "restored"}) String kind,
    UUID videoId,
    UUID voterId,
    UUID actorId,
    String reason,
    String network,
    String address,
    String agent) {

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
