package co.anb.showcase.service.contest;

/** What the contest accepts at the moment. */
public enum Phase {
  /** Clips and votes. */
  UPLOADS,
  /** Votes only. */
  VOTING,
  /** Nothing any more. */
  CLOSED
}
