package co.anb.showcase.domain.account;

/** What an account may do. */
public enum Role {
  /** Everyone who signs up: uploads clips and votes. */
  PLAYER,
  /** Scores the clips assigned to them. */
  JUROR,
  /** Runs the contest. */
  ADMIN
}
