package co.anb.showcase.service.account;

/**
 * How somebody was recognised whose password was right.
 *
 * @param secondFactor whether a code was asked for and was right
 * @param shortPassword whether the password is too short for jurors and administrators
 */
public record Proof(boolean secondFactor, boolean shortPassword) {}
