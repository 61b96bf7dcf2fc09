package co.anb.showcase.service.upload;

import co.anb.showcase.domain.video.ShownPart;
import java.io.InputStream;
import java.util.UUID;

/**
 * An upload as it arrives.
 *
 * @param part which part of the clip shall be shown
 * @param content the file; read once, not closed; null if the part is missing
 * @param idempotencyKey makes a repetition answer the first result; or null
 */
public record Upload(
    UUID ownerId, String title, ShownPart part, InputStream content, String idempotencyKey) {}
