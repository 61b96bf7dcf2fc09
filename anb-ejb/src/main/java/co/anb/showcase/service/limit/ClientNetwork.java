package co.anb.showcase.service.limit;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;

/** What counts as one place that requests come from. */
public final class ClientNetwork {

  private static final int HOUSEHOLD_BITS = 64;

  private ClientNetwork() {}

  /** The address itself; of IPv6 its network of 64 bits. */
  public static String of(String address) {
    IPAddress parsed = new IPAddressString(address).getAddress();
    return parsed != null && parsed.isIPv6()
        ? parsed.toPrefixBlock(HOUSEHOLD_BITS).toCanonicalString()
        : address;
  }
}
