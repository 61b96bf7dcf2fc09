package co.anb.showcase.worker.processing;

import co.anb.showcase.worker.transcode.Cut;
import java.time.Duration;
import java.util.UUID;

/** What came of the try to claim a job. */
sealed interface Claim {

  /**
   * The job is ours until the lease ends.
   *
   * @param owner the lease's owner, unique to this claim
   * @param attempt counts the claims, from 1
   * @param failures attempts that failed before, from 0
   * @param timedOut whether the last attempt timed out
   * @param cut which part of the clip is wanted
   */
  record Granted(UUID videoId, String owner, int attempt, int failures, boolean timedOut, Cut cut)
      implements Claim {}

  /**
   * Another worker has it, or it waits for its next attempt.
   *
   * @param remaining until it can be had
   */
  record Held(Duration remaining) implements Claim {}

  /** It is done or has failed for good. */
  record Finished() implements Claim {}

  /** There is no such job: deleted, or its transaction is not visible yet. */
  record Absent() implements Claim {}
}
