package co.anb.showcase.service.voting;

/** What can happen to a vote. */
public enum VoteEventKind {
  CAST,
  TAKEN_BACK,
  VOIDED,
  RESTORED
}
