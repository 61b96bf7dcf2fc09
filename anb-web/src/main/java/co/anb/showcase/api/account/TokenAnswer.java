package co.anb.showcase.api.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An access token.
 *
 * @param expiresIn seconds
 */
public record TokenAnswer(
    @Schema(name = "access_token") String accessToken,
    @Schema(name = "token_type") String tokenType,
    @Schema(name = "expires_in") long expiresIn) {}
