package co.anb.showcase.service.account;

import co.anb.showcase.service.platform.KeyedHashes;
import co.anb.showcase.service.problem.ProofRequest;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashcash for sign-ins. A challenge is {@code bits.expiry.nonce.signature}; the signature is an
 * HMAC over the rest and the e-mail address, so the server keeps nothing until it is solved, and a
 * solution is good for one account. A proof is {@code challenge.counter}, whose SHA-256 begins with
 * so many zero bits; each is good once. Each server remembers the spent ones for itself.
 */
@ApplicationScoped
public class ProofOfWork {

  /** How long a challenge may be worked on. */
  static final Duration LIFE = Duration.ofMinutes(5);

  private static final String PURPOSE = "proof-of-work";
  private static final Pattern FORM =
      Pattern.compile("((\\d{1,2})\\.(\\d{1,12})\\.([\\w-]{22}))\\.([\\w-]{43})\\.(\\d{1,15})");
  private static final int NONCE_BYTES = 16;
  private static final int MOST_BITS = 30;
  private static final int MOST_REMEMBERED = 100_000;

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Boolean> spent =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(LIFE).build();
  private KeyedHashes hashes;
  private Clock clock;
  private int bits;

  /** For the container's proxy. */
  protected ProofOfWork() {}

  /**
   * @param bits 1 to 30; each more doubles the work. 16 take a browser some seconds
   */
  @Inject
  public ProofOfWork(
      KeyedHashes hashes,
      Clock clock,
      @ConfigProperty(name = "anb.limits.login.proof-bits", defaultValue = "16") int bits) {
    if (bits < 1 || bits > MOST_BITS) {
      throw new IllegalStateException("Setting anb.limits.login.proof-bits is not 1 to 30");
    }
    this.hashes = hashes;
    this.clock = clock;
    this.bits = bits;
  }

  /** A new challenge for a client that wants to sign in to this account. */
  ProofRequest challenge(String email) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String content =
        bits
            + "."
            + clock.instant().plus(LIFE).getEpochSecond()
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    return new ProofRequest(content + "." + hashes.text(PURPOSE, signed(content, email)), bits);
  }

  /**
   * Whether the proof is good for this account; it is spent by that.
   *
   * @param proof may be null or nonsense
   */
  boolean accept(String proof, String email) {
    Matcher form = FORM.matcher(proof == null ? "" : proof);
    return form.matches()
        && hashes.isText(form.group(5), PURPOSE, signed(form.group(1), email))
        && clock.instant().getEpochSecond() < Long.parseLong(form.group(3))
        && zeroBits(proof) >= Integer.parseInt(form.group(2))
        && spent.asMap().putIfAbsent(form.group(4), true) == null;
  }

  private static int zeroBits(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String signed(String content, String email) {
    return content + "\0" + email.strip().toLowerCase(Locale.ROOT);
  }
}
