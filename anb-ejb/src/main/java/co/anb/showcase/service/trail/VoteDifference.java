package co.anb.showcase.service.trail;

/**
 * Where votes and their trail differ.
 *
 * @param votes how many there are, the voided ones included
 * @param missing votes that were cast by the trail, and are not there
 * @param unexplained votes that are there, and were never cast or were taken back by the trail
 * @param voidedOtherwise votes that count and are voided by the trail, or the other way round
 */
public record VoteDifference(long votes, long missing, long unexplained, long voidedOtherwise) {

  /** Whether anything differs. */
  public boolean exists() {
    return missing + unexplained + voidedOtherwise > 0;
  }
}
