package co.anb.showcase.worker.processing;

import java.time.Duration;
import java.util.UUID;

/** What came of the try to claim a job. */
sealed interface Claim {

  /**
   * The job is ours until the lease ends.
   *
   * @param owner the lease's owner, unique to this claim
   * @param attempt from 1
   */
  record Granted(UUID videoId, String owner, int attempt) implements Claim {}

  /**
   * Another worker has it.
   *
   * @param remaining until the lease ends
   */
  record Held(Duration remaining) implements Claim {}

  /** It is done or has failed for good. */
  record Finished() implements Claim {}

  /** There is no such job: deleted, or its transaction is not visible yet. */
  record Absent() implements Claim {}
}
