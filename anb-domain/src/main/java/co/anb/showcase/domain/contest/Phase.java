package co.anb.showcase.domain.contest;

import java.util.Locale;

/** Where the contest stands. */
public enum Phase {
  /** Not begun. */
  DRAFT,
  /** Clips are accepted; votes too, unless they open later. */
  SUBMISSION,
  /** No clips any more; votes, as soon as they open. */
  VOTING,
  /** Nothing from the public any more. */
  CLOSED,
  /** The result is public. */
  PUBLISHED;

  /** As clients see it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
