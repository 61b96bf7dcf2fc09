package co.anb.showcase.domain.contest;

import java.time.Instant;

/**
 * When clips and votes are accepted: from the instant of opening, up to but not including the
 * instant of closing.
 *
 * @param submissionOpens null: from the beginning
 * @param submissionCloses null: with the voting
 * @param votingOpens null: with the submission
 * @param votingCloses null: never
 */
public record Schedule(
    Instant submissionOpens, Instant submissionCloses, Instant votingOpens, Instant votingCloses) {

  /** Clips and votes are always accepted. */
  public static final Schedule ALWAYS = new Schedule(null, null, null, null);
}
