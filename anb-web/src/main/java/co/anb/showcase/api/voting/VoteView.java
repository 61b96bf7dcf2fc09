package co.anb.showcase.api.voting;

import java.util.UUID;

/** A vote was cast or taken back. */
public record VoteView(String message, UUID videoId, long votes) {}
