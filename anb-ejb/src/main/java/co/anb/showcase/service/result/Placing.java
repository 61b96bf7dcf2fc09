package co.anb.showcase.service.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a player has reached in the own city.
 *
 * @param position from 1; no two players of a city share one
 * @param publicShare the votes in percent of what the city's leader has
 * @param juryScore of the player's best clip, from 0 to 100; 0 if none was scored
 * @param combined of both, by the weights
 */
public record Placing(
    int position,
    UUID playerId,
    String city,
    String cityKey,
    long votes,
    Instant lastVoteAt,
    BigDecimal publicShare,
    BigDecimal juryScore,
    BigDecimal combined,
    boolean winner) {}
