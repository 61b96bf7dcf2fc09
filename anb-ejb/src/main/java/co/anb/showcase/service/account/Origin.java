package co.anb.showcase.service.account;

/**
 * Where a request comes from.
 *
 * @param address in text form
 * @param agent what the client calls itself; empty if it does not say
 * @param device what {@link DeviceCookies} issued to it; empty if it has none
 */
public record Origin(String address, String agent, String device) {}
