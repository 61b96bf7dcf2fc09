package co.anb.showcase.api.processing;

import java.util.UUID;

/** The data of an event named deleted. */
public record DeletedView(UUID videoId, UUID taskId) {}
