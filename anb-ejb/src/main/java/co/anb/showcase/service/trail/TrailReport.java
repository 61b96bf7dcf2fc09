package co.anb.showcase.service.trail;

import java.time.Instant;
import java.util.List;

/**
 * What a trail looks like.
 *
 * @param seals how many there are
 * @param entries how many of them are sealed
 * @param unsealed how many came after the last seal
 * @param erased how many have lost the link to a person whose account was deleted
 * @param found how much is wrong
 * @param findings the first of it, 100 at most
 * @param lastSealedAt null without a seal
 * @param lastSeal its HMAC in hexadecimal: an auditor who notes it elsewhere can tell later whether
 *     the trail was cut off behind it; null without a seal
 */
public record TrailReport(
    Trail trail,
    long seals,
    long entries,
    long unsealed,
    long erased,
    long found,
    List<TrailFinding> findings,
    Instant lastSealedAt,
    String lastSeal) {}
