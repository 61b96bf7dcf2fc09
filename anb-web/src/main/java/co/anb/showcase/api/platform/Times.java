package co.anb.showcase.api.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as clients see them. */
public final class Times {

  private Times() {}

  /** To the millisecond, which is all that clients' date types hold; null stays null. */
  public static Instant shown(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }
}
