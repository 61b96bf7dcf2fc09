package co.anb.showcase.service.account;

/**
 * How a client whose password was right was recognised.
 *
 * @param secondFactor whether a code was asked for and was right
 * @param shortPassword whether the password is too short for jurors and administrators
 */
public record Proof(boolean secondFactor, boolean shortPassword) {}
