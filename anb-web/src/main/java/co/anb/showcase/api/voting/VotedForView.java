package co.anb.showcase.api.voting;

import java.util.UUID;

/** A clip that the caller voted for. */
public record VotedForView(UUID videoId) {}
