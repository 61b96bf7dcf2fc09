package co.anb.showcase.service.voting;

import co.anb.showcase.domain.video.Video;

/**
 * A published clip.
 *
 * @param userVote whether the reader voted for it; null if nobody is signed in
 */
public record PublicVideo(Video video, long votes, Boolean userVote) {}
