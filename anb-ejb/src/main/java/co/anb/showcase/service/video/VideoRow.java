package co.anb.showcase.service.video;

import co.anb.showcase.domain.video.Video;

/**
 * A clip with what other tables know about it.
 *
 * @param progress percent of its processing
 */
public record VideoRow(Video video, long votes, int progress) {}
