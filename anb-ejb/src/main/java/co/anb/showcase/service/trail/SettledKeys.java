package co.anb.showcase.service.trail;

/**
 * Up to which key all entries of a trail are there. Keys are given out when an entry is written and
 * seen when it is committed, so a lower one may appear after a higher one. Once every transaction
 * that ran after a key was given out has ended, no lower one can appear any more.
 */
public final class SettledKeys {

  private long settled;
  private long candidate = -1;
  private long waitFor = -1;

  /**
   * Learns where the database is. Between two calls lies a second or more: a transaction that was
   * given a key before the first call has an id by the second.
   *
   * @param lastKey the highest key that was given out
   * @param oldestRunning the lowest id of a transaction that runs
   * @param next the id that the next transaction will have
   * @return up to this key nothing is missing; 0 while that is not known
   */
  public long observe(long lastKey, long oldestRunning, long next) {
    if (candidate < 0) {
      candidate = lastKey;
    } else if (waitFor < 0) {
      waitFor = next;
    } else if (oldestRunning >= waitFor) {
      settled = candidate;
      candidate = lastKey;
      waitFor = -1;
    }
    return settled;
  }
}
