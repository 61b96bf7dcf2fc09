package co.anb.showcase.service.voting;

import java.time.Instant;
import java.util.UUID;

/**
 * A vote as administrators see it.
 *
 * @param voterName null if the account is gone; likewise its age
 * @param network first bytes of the keyed hash, in hex, or null; likewise address and agent
 * @param voidedAt null if it counts; likewise who voided it and why
 */
public record VoteRow(
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
    String voidReason) {}
