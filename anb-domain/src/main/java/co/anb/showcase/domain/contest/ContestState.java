package co.anb.showcase.domain.contest;

import java.time.Instant;
import java.util.UUID;

/**
 * The contest at a moment.
 *
 * @param version grows with every change
 * @param resultId the snapshot that counts; null while the contest is not closed
 * @param publishedAt null while the result is not public
 */
public record ContestState(
    int version, ContestSettings settings, UUID resultId, Instant publishedAt, Instant updatedAt) {}
