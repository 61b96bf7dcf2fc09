package co.anb.showcase.service.upload;

import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.video.ShownPart;
import co.anb.showcase.domain.video.SourceProperties;
import java.util.UUID;

/**
 * A clip whose file is in place.
 *
 * @param timeline what its header says
 * @param part which part of it is shown
 * @param idempotencyKey makes a repetition answer the first result; or null
 */
public record AcceptedClip(
    UUID id,
    UUID ownerId,
    String title,
    SourceProperties source,
    ClipTimeline timeline,
    ShownPart part,
    String idempotencyKey) {}
