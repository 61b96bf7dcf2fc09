package co.anb.showcase.api.account;

import co.anb.showcase.service.account.Grant;

/**
 * An access token, and the token that gets the next one.
 *
 * @param expiresIn seconds
 * @param refreshToken good for one use
 * @param refreshExpiresIn seconds
 */
public record TokenView(
    String accessToken,
    String tokenType,
    long expiresIn,
    String refreshToken,
    long refreshExpiresIn) {

  static TokenView of(Grant grant, String type) {
    return new TokenView(
        grant.accessToken(),
        type,
        grant.accessLife().toSeconds(),
        grant.refreshToken(),
        grant.refreshLife().toSeconds());
  }

  @Override
  public String toString() {
    return "TokenView[]";
  }
}
