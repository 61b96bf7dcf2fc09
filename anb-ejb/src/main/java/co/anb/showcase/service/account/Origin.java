package co.anb.showcase.service.account;

/**
 * Where a request comes from.
 *
 * @param address in text form
 * @param agent what the client calls itself; empty if it does not say
 */
public record Origin(String address, String agent) {}
