package co.anb.showcase.service.ranking;

import java.util.UUID;

/** A player's clip with the most votes. */
public record BestVideo(UUID videoId, String title, long votes) {}
