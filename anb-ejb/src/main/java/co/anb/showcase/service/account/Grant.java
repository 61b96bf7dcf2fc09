package co.anb.showcase.service.account;

import java.time.Duration;

/**
 * The tokens of a session.
 *
 * @param refreshToken good for one use
 * @param refreshLife how long it may wait for that
 */
public record Grant(
    String accessToken, Duration accessLife, String refreshToken, Duration refreshLife) {

  @Override
  public String toString() {
    // The default form of a record would put the tokens into a log.
    return "Grant[]";
  }
}
