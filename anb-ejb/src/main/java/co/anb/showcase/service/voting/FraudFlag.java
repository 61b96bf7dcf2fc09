package co.anb.showcase.service.voting;

import java.time.Instant;
import java.util.UUID;

/**
 * Votes that look like fraud. What the votes have not in common is null.
 *
 * @param network first bytes of the keyed hash, in hex; likewise address and agent
 * @param signupNetwork first bytes of the keyed hash of where the accounts were made, in hex
 * @param mailDomain of the accounts' e-mail addresses
 * @param videoId the clip, if all are for one
 * @param playerId the player, if all are for one
 * @param voterId the account, if all come from one
 * @param peak most votes within the threshold's time
 * @param votes votes cast, those taken back included
 * @param counted how many of them still count
 * @param voters accounts
 * @param videos clips
 * @param score peak by threshold: 1 is just suspicious
 */
public record FraudFlag(
    FraudKind kind,
    String network,
    String address,
    String agent,
    String signupNetwork,
    String mailDomain,
    UUID videoId,
    String title,
    UUID playerId,
    String playerName,
    UUID voterId,
    String voterName,
    long peak,
    long votes,
    long counted,
    long voters,
    long videos,
    Instant firstAt,
    Instant lastAt,
    double score) {}
