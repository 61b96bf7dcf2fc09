package co.anb.showcase.api.platform;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.HostName;
import inet.ipaddr.HostNameParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose word about a client's address counts. Everybody can send the header X-Forwarded-For; each
 * proxy adds at its right end whom it talks to. So it is read from the right, as far as proxies of
 * ours have written it.
 */
@ApplicationScoped
public class TrustedProxies {

  // An honest chain is short; a long one only keeps the server busy.
  private static final int LONGEST_CHAIN = 16;

  // "*", "127.1", "0x7f000001", "10.0.0.0/8" and such are addresses by the library's default.
  private static final HostNameParameters PLAIN =
      new HostNameParameters.Builder()
          .allowEmpty(false)
          .allowService(false)
          .getAddressOptionsBuilder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowPrefix(false)
          .allowMask(false)
          .allow_inet_aton(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getParentBuilder()
          .toParams();

  /** An empty setting would count as a missing one. */
  private static final List<String> NOBODY = List.of("none");

  private List<IPAddress> networks;

  /** For the container's proxy. */
  protected TrustedProxies() {}

  /**
   * @param networks addresses and networks such as {@code 10.0.0.0/8}, or the word none alone
   * @throws IllegalArgumentException if one is none
   */
  @Inject
  public TrustedProxies(
      @ConfigProperty(name = "anb.http.trusted-proxies", defaultValue = "127.0.0.1/32,::1/128")
          List<String> networks) {
    this.networks =
        networks.equals(NOBODY)
            ? List.of()
            : networks.stream().map(TrustedProxies::network).toList();
  }

  private static IPAddress network(String text) {
    try {
      return new IPAddressString(text.strip()).toAddress().toPrefixBlock();
    } catch (AddressStringException e) {
      throw new IllegalArgumentException(
          "No network in the setting anb.http.trusted-proxies: " + text, e);
    }
  }

  /**
   * The client's address.
   *
   * @param peer who the connection comes from
   * @param forwarded the values of X-Forwarded-For, in their order
   */
  public String client(String peer, List<String> forwarded) {
    IPAddress client = parse(peer).orElse(null);
    if (client == null) {
      return peer;
    }
    String[] hops = String.join(",", forwarded).split(",", -1);
    int last = Math.max(0, hops.length - LONGEST_CHAIN);
    for (int i = hops.length - 1; i >= last && isTrusted(client); i--) {
      Optional<IPAddress> before = parse(hops[i]);
      if (before.isEmpty()) {
        break;
      }
      client = before.get();
    }
    return client.toCanonicalString();
  }

  private boolean isTrusted(IPAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /** An address with or without a port; empty for anything else. */
  private static Optional<IPAddress> parse(String text) {
    IPAddress address = new HostName(text.strip(), PLAIN).asAddress();
    if (address == null || address.isMultiple()) {
      return Optional.empty();
    }
    if (address.isIPv6() && address.toIPv6().isIPv4Mapped()) {
      return Optional.of(address.toIPv6().getEmbeddedIPv4Address());
    }
    return Optional.of(address.isIPv6() ? address.toIPv6().removeZone() : address);
  }
}
