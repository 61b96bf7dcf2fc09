package co.anb.showcase.domain.processing;

/** The state of a job. */
public enum JobState {
  /** Waits for a worker. */
  QUEUED,
  /** A worker holds the lease. */
  RUNNING,
  /** The result is in place. */
  DONE,
  /** Given up for good. */
  FAILED
}
