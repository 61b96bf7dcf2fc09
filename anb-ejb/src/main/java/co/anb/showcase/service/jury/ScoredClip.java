package co.anb.showcase.service.jury;

import co.anb.showcase.domain.video.Video;

/**
 * A clip with the jury's score.
 *
 * @param rawMean the plain mean of its totals
 */
public record ScoredClip(Video video, ClipScore score, double rawMean) {}
