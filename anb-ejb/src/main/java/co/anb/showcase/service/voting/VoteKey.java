package co.anb.showcase.service.voting;

import java.util.UUID;

/** One account's vote for one clip. */
public record VoteKey(UUID videoId, UUID voterId) {}
