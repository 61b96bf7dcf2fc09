package co.anb.showcase.service.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * HMAC-SHA-256 (RFC 2104) with the server's secret. Each purpose has a name, which is part of what
 * is hashed, so that a hash made for one purpose is worth nothing for another. Thread-safe.
 */
@ApplicationScoped
public class KeyedHashes {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 16;

  private SecretKeySpec key;

  /** For the container's proxy. */
  protected KeyedHashes() {}

  /**
   * @param secret at least 16 characters; a new one makes old and new hashes incomparable
   */
  @Inject
  public KeyedHashes(@ConfigProperty(name = "anb.audit.key") String secret) {
    if (secret.length() < SHORTEST_KEY) {
      throw new IllegalStateException("Setting anb.audit.key is shorter than 16 characters");
    }
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The hash, 32 bytes. */
  public byte[] of(String purpose, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((purpose + "\0" + value).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /** The hash as base64url without padding: 43 characters. */
  public String text(String purpose, String value) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(of(purpose, value));
  }

  /** Whether {@link #text} made it; takes the same time for every wrong one of that length. */
  public boolean isText(String claimed, String purpose, String value) {
    return MessageDigest.isEqual(
        claimed.getBytes(StandardCharsets.UTF_8),
        text(purpose, value).getBytes(StandardCharsets.US_ASCII));
  }
}
