package co.anb.showcase.service.platform;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * Keyed hashes of where requests come from, the first 16 bytes. Equal origins have equal hashes;
 * without the key nobody can find an address by trying all of them.
 */
@ApplicationScoped
public class Fingerprints {

  private static final int LENGTH = 16;
  private static final int NETWORK_BITS_V4 = 24;
  private static final int NETWORK_BITS_V6 = 48;

  private KeyedHashes hashes;

  /** For the container's proxy. */
  protected Fingerprints() {}

  /** With the server's secret. */
  @Inject
  public Fingerprints(KeyedHashes hashes) {
    this.hashes = hashes;
  }

  /** Of the single machine, whose address is in text form. */
  public byte[] address(String address) {
    return hash("address", address);
  }

  /** Of the machine's network: the /24 of IPv4, the /48 of IPv6. */
  public byte[] network(String address) {
    IPAddress parsed = new IPAddressString(address).getAddress();
    if (parsed == null) {
      return hash("network", address);
    }
    int bits = parsed.isIPv4() ? NETWORK_BITS_V4 : NETWORK_BITS_V6;
    return hash("network", parsed.toPrefixBlock(bits).toCanonicalString());
  }

  /** Of what counts as one place in rate limits, as {@code ClientNetwork} writes it. */
  public byte[] place(String clientNetwork) {
    return hash("place", clientNetwork);
  }

  /** Of what the program calls itself. */
  public byte[] agent(String agent) {
    return hash("agent", agent);
  }

  private byte[] hash(String kind, String value) {
    return Arrays.copyOf(hashes.of(kind, value), LENGTH);
  }
}
