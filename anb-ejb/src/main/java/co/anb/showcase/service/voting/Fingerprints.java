package co.anb.showcase.service.voting;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keyed hashes (HMAC-SHA-256, RFC 2104, the first 16 bytes) of where votes come from. Equal origins
 * have equal hashes; without the key nobody can find an address by trying all of them.
 */
@ApplicationScoped
public class Fingerprints {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 16;
  private static final int SHORTEST_KEY = 16;
  private static final int NETWORK_BITS_V4 = 24;
  private static final int NETWORK_BITS_V6 = 48;

  private SecretKeySpec key;

  /** For the container's proxy. */
  protected Fingerprints() {}

  /**
   * @param secret at least 16 characters; a new one makes old and new votes incomparable
   */
  @Inject
  public Fingerprints(@ConfigProperty(name = "anb.audit.key") String secret) {
    if (secret.length() < SHORTEST_KEY) {
      throw new IllegalStateException("Setting anb.audit.key is shorter than 16 characters");
    }
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Of the single machine. */
  public byte[] address(VoteOrigin origin) {
    return hash("address", origin.address());
  }

  /** Of its network: the /24 of IPv4, the /48 of IPv6. */
  public byte[] network(VoteOrigin origin) {
    IPAddress address = new IPAddressString(origin.address()).getAddress();
    if (address == null) {
      return hash("network", origin.address());
    }
    int bits = address.isIPv4() ? NETWORK_BITS_V4 : NETWORK_BITS_V6;
    return hash("network", address.toPrefixBlock(bits).toCanonicalString());
  }

  /** Of the program. */
  public byte[] agent(VoteOrigin origin) {
    return hash("agent", origin.agent());
  }

  private byte[] hash(String kind, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] full = mac.doFinal((kind + "\0" + value).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(full, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
