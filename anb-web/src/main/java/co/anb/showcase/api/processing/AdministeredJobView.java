package co.anb.showcase.api.processing;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.processing.JobRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job as administrators see it; what is not known is null.
 *
 * @param state queued, running, done or failed
 * @param attempt how often a worker has claimed it
 * @param failures attempts that failed
 * @param progress percent
 * @param worker who has it
 * @param retryAt it is not tried before
 * @param errorDetail why the last attempt failed
 */
@JsonbNillable
public record AdministeredJobView(
    UUID taskId,
    UUID videoId,
    String title,
    UUID ownerId,
    String ownerName,
    @Schema(enumeration = {"queued", "running", "done", "failed"}) String state,
    int attempt,
    int failures,
    int progress,
    String worker,
    Instant queuedAt,
    Instant startedAt,
    Instant finishedAt,
    Instant retryAt,
    String errorDetail,
    String failureCode) {

  static AdministeredJobView of(JobRow job) {
    return new AdministeredJobView(
        job.videoId(),
        job.videoId(),
        job.title(),
        job.ownerId(),
        job.ownerName(),
        job.state().name().toLowerCase(Locale.ROOT),
        job.attempt(),
        job.failures(),
        job.progress(),
        job.leaseOwner(),
        Times.shown(job.queuedAt()),
        Times.shown(job.startedAt()),
        Times.shown(job.finishedAt()),
        Times.shown(job.retryAt()),
        job.errorDetail(),
        job.failureCode());
  }
}
