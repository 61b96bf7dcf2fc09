package co.anb.showcase.service.processing;

import co.anb.showcase.domain.processing.JobState;
import java.time.Instant;
import java.util.UUID;

/**
 * A job with all that an operator wants to know; what is not known is null.
 *
 * @param attempt how often a worker has claimed it
 * @param failures attempts that failed
 * @param progress percent
 * @param leaseOwner the worker that has it
 * @param errorDetail why the last attempt failed; for operators, not for players
 * @param failureCode what the player is told, if it failed
 */
public record JobRow(
    UUID videoId,
    String title,
    UUID ownerId,
    String ownerName,
    JobState state,
    int attempt,
    int failures,
    int progress,
    String leaseOwner,
    Instant queuedAt,
    Instant startedAt,
    Instant finishedAt,
    Instant retryAt,
    String errorDetail,
    String failureCode) {}
