package co.anb.showcase.service.result;

import java.util.UUID;

/**
 * Where a winner's votes come from.
 *
 * @param username null if the account is gone
 * @param votes that count
 * @param networks from how many networks they were cast, as far as that is known
 * @param largest how many of the votes come from the three largest of them
 */
public record WinnerNetworks(
    UUID playerId, String username, String city, long votes, long networks, long largest) {

  /** The share of the three largest networks in percent, rounded; 0 without a vote. */
  public int percent() {
    return votes == 0 ? 0 : (int) Math.round(100.0 * largest / votes);
  }
}
