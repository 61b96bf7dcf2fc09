package co.anb.showcase.domain.processing;

import java.util.List;

/**
 * Every legal change of a job's state. The web server and the workers change a job by no other way,
 * and only if it is in one of the states that the change begins from.
 */
public enum JobTransition {
  /** A worker takes a job that waits, or one whose lease has ended. */
  CLAIM(JobState.RUNNING, JobState.QUEUED, JobState.RUNNING),
  /** The result is in place. */
  COMPLETE(JobState.DONE, JobState.RUNNING),
  /** The clip is at fault, or no attempt is left. */
  FAIL(JobState.FAILED, JobState.RUNNING),
  /** An attempt failed and is retried. */
  RETRY(JobState.QUEUED, JobState.RUNNING),
  /** The worker stops and gives the job back. */
  RELEASE(JobState.QUEUED, JobState.RUNNING),
  /** An administrator has a failed clip processed again. */
  REPLAY(JobState.QUEUED, JobState.FAILED);

  private final JobState to;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<JobState> from;

  JobTransition(JobState to, JobState... from) {
    this.to = to;
    this.from = List.of(from);
  }

  /** Whether a job in this state may change so. */
  public boolean allows(JobState state) {
    return from.contains(state);
  }

  /** The state afterwards. */
  public JobState to() {
    return to;
  }

  /** The names of the states that it begins from, for a query's condition. */
  public List<String> fromNames() {
    return from.stream().map(JobState::name).toList();
  }
}
