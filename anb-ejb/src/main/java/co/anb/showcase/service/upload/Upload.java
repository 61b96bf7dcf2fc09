package co.anb.showcase.service.upload;

import java.io.InputStream;
import java.util.UUID;

/**
 * An upload as it arrives.
 *
 * @param content the file; read once, not closed; null if the part is missing
 * @param idempotencyKey makes a repetition answer the first result; or null
 */
public record Upload(UUID ownerId, String title, InputStream content, String idempotencyKey) {}
