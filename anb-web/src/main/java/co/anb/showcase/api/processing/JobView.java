package co.anb.showcase.api.processing;

import java.util.UUID;

/**
 * How far the work on a clip is.
 *
 * @param progress percent
 */
public record JobView(UUID taskId, String status, int progress) {}
