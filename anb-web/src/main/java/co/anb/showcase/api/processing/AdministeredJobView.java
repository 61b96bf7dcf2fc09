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
 * @param failures attempts that broke
 * @param progress percent
 * @param worker who has it
 * @param retryAt it is not tried before
 * @param errorDetail what broke the last attempt
 */
@JsonbNillable
public record AdministeredJobView(
    @Schema(name = "task_id", implementation = String.class, format = "uuid") UUID taskId,
    @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
    @Schema(name = "title") String title,
    @Schema(name = "owner_id", implementation = String.class, format = "uuid") UUID ownerId,
    @Schema(name = "owner_name") String ownerName,
    @Schema(
            name = "state",
            enumeration = {"queued", "running", "done", "failed"})
        String state,
    @Schema(name = "attempt") int attempt,
    @Schema(name = "failures") int failures,
    @Schema(name = "progress") int progress,
    @Schema(name = "worker") String worker,
    @Schema(name = "queued_at", implementation = String.class, format = "date-time")
        Instant queuedAt,
    @Schema(name = "started_at", implementation = String.class, format = "date-time")
        Instant startedAt,
    @Schema(name = "finished_at", implementation = String.class, format = "date-time")
        Instant finishedAt,
    @Schema(name = "retry_at", implementation = String.class, format = "date-time") Instant retryAt,
    @Schema(name = "error_detail") String errorDetail,
    @Schema(name = "failure_code") String failureCode) {

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
