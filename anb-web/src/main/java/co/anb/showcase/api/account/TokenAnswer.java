package co.anb.showcase.api.account;

/**
 * An access token.
 *
 * @param expiresIn seconds
 */
public record TokenAnswer(String accessToken, String tokenType, long expiresIn) {}
