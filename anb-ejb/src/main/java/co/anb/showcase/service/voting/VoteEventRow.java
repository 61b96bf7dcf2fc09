package co.anb.showcase.service.voting;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a vote.
 *
 * @param actorId who voided or restored; null for the voter's own acts
 * @param network first bytes of the keyed hash, in hex, or null; likewise address and agent
 */
public record VoteEventRow(
    long id,
    Instant at,
    VoteEventKind kind,
    UUID videoId,
    UUID voterId,
    UUID actorId,
    String reason,
    String network,
    String address,
    String agent) {}
