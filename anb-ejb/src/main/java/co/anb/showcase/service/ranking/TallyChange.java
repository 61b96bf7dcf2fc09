package co.anb.showcase.service.ranking;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of a clip.
 *
 * @param clip empty if it is not public, or not there, any more
 */
public record TallyChange(long version, UUID videoId, Optional<PublishedClip> clip) {}
