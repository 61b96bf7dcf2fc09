package co.anb.showcase.service.voting;

/**
 * Where a vote comes from, as the web server saw it. Only keyed hashes of it are kept.
 *
 * @param address of the client, in text form
 * @param agent what the client calls itself; may be empty
 */
public record VoteOrigin(String address, String agent) {}
