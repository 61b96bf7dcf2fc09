package co.anb.showcase.service.voting;

/**
 * When a kind of fraud is flagged.
 *
 * @param votes at least so many
 * @param seconds within this time
 */
public record FraudThreshold(FraudKind kind, int votes, int seconds) {}
