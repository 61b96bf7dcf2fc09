package co.anb.showcase.domain.processing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * The work on one clip. Its id is the clip's, and so is the {@code task_id} that clients see. It is
 * deleted with the clip.
 */
@Entity
@Table(name = "processing_job")
public class ProcessingJob {

  @Id
  @Column(name = "video_id")
  private UUID videoId;

  @Enumerated(EnumType.STRING)
  private JobState state;

  private int attempt;
  private short progress;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  @Column(name = "queued_at")
  private Instant queuedAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Column(name = "error_detail")
  private String errorDetail;

  private int failures;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "trace_parent")
  private String traceParent;

  /** For JPA. */
  protected ProcessingJob() {}

  /**
   * A job that waits.
   *
   * @param traceParent the trace that it is a part of, in W3C's form; may be null
   */
  public ProcessingJob(UUID videoId, Instant queuedAt, String traceParent) {
    this.videoId = videoId;
    this.state = JobState.QUEUED;
    this.queuedAt = queuedAt;
    this.sentAt = queuedAt;
    this.traceParent = traceParent;
  }

  public UUID videoId() {
    return videoId;
  }

  public JobState state() {
    return state;
  }

  /** How often a worker has claimed it, from 0. */
  public int attempt() {
    return attempt;
  }

  /** How many attempts failed, from 0. */
  public int failures() {
    return failures;
  }

  /** Percent, 0 to 100. */
  public int progress() {
    return progress;
  }

  public Instant queuedAt() {
    return queuedAt;
  }
}
