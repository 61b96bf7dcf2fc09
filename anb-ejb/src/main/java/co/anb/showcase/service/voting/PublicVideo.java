package co.anb.showcase.service.voting;

import co.anb.showcase.service.ranking.PublishedClip;

/**
 * A published clip.
 *
 * @param userVote whether the reader voted for it; null if nobody is signed in
 */
public record PublicVideo(PublishedClip clip, Boolean userVote) {}
