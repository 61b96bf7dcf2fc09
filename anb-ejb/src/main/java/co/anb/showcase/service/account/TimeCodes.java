package co.anb.showcase.service.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by RFC 6238 with what all authenticator apps understand: SHA-1, six digits, steps
 * of 30 s.
 */
final class TimeCodes {

  static final int STEP_SECONDS = 30;

  // As RFC 4226 recommends: as long as the hash.
  private static final int SECRET_BYTES = 20;
  // One step for a phone's clock and one for who types slowly.
  private static final int STEPS_AROUND = 1;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP_SECONDS));

  private TimeCodes() {}

  static byte[] freshSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /**
   * The step that a code belongs to, around now; empty for a wrong code and for one of a step up to
   * the last one used.
   *
   * @param code as typed; blanks do not matter
   */
  static OptionalLong step(byte[] secret, String code, Instant now, long lastUsed) {
    byte[] typed = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    long present = now.getEpochSecond() / STEP_SECONDS;
    OptionalLong found = OptionalLong.empty();
    // All are compared, so that the time tells nothing.
    for (long step = present - STEPS_AROUND; step <= present + STEPS_AROUND; step++) {
      byte[] right = at(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, typed) && step > lastUsed) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The code of a step. */
  static String at(byte[] secret, long step) {
    try {
      return GENERATOR.generateOneTimePasswordString(
          new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * STEP_SECONDS));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("Not the key of a one-time code", e);
    }
  }
}
