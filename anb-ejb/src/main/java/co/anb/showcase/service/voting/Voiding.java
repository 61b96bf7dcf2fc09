package co.anb.showcase.service.voting;

import java.util.Map;
import java.util.UUID;

/**
 * What a voiding or restoring did.
 *
 * @param votes how many it changed
 * @param byVideo how many of each clip
 */
public record Voiding(long votes, Map<UUID, Long> byVideo) {}
