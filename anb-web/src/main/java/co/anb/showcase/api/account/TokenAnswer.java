package co.anb.showcase.api.account;

import co.anb.showcase.service.account.Grant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An access token, and the token that gets the next one.
 *
 * @param expiresIn seconds
 * @param refreshToken good for one use
 * @param refreshExpiresIn seconds
 */
public record TokenAnswer(
    @Schema(name = "access_token") String accessToken,
    @Schema(name = "token_type") String tokenType,
    @Schema(name = "expires_in") long expiresIn,
    @Schema(name = "refresh_token", description = "Good for one use") String refreshToken,
    @Schema(name = "refresh_expires_in") long refreshExpiresIn) {

  static TokenAnswer of(Grant grant, String type) {
    return new TokenAnswer(
        grant.accessToken(),
        type,
        grant.accessLife().toSeconds(),
        grant.refreshToken(),
        grant.refreshLife().toSeconds());
  }

  @Override
  public String toString() {
    return "TokenAnswer[]";
  }
}
