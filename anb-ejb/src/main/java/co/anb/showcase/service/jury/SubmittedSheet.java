package co.anb.showcase.service.jury;

import java.util.UUID;

/**
 * A juror's submitted score of a clip.
 *
 * @param total the weighted mean of the criteria on a scale from 0 to 100, as the juror gave it
 */
public record SubmittedSheet(UUID videoId, UUID jurorId, double total) {}
