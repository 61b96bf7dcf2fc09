package co.anb.showcase.service.account;

import java.time.Instant;

/**
 * How an account stands with its second factor.
 *
 * @param required whether the account's role needs one
 * @param since when it was confirmed; null without one
 * @param recoveryCodesLeft that are not used
 */
public record FactorState(boolean required, Instant since, long recoveryCodesLeft) {}
