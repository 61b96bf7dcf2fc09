package co.anb.showcase.service.trail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The chain of one trail: each entry's HMAC goes into the next one's, across seals. Not safe for
 * several threads.
 */
final class SealChain {

  /** Bytes of the two tags of an entry together. */
  static final int TAGS = 32;

  /** Bytes of a tag. */
  static final int TAG = 16;

  /** What comes before the first seal. */
  static final byte[] BEGINNING = new byte[TAGS];

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;
  private final String trail;

  /**
   * @param secret the setting anb.audit.key; the chain's key is derived from it
   */
  SealChain(String secret, String trail) {
    this.trail = trail;
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] key = mac.doFinal("trail seal".getBytes(StandardCharsets.UTF_8));
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /** The tags of entries, one after the other. */
  byte[] tags(List<TrailEntry> entries) {
    var tags = new ByteArrayOutputStream();
    for (TrailEntry entry : entries) {
      tags.writeBytes(whole(entry));
      tags.writeBytes(rest(entry));
    }
    return tags.toByteArray();
  }

  /** The tag of the whole entry. */
  byte[] whole(TrailEntry entry) {
    return tag("whole " + trail + " " + entry.whole());
  }

  /** The tag of what is left of it when its account is deleted. */
  byte[] rest(TrailEntry entry) {
    return tag("rest " + trail + " " + entry.rest());
  }

  /** The seal of entries that follow the seal before. */
  byte[] seal(byte[] before, long number, List<Long> keys, byte[] tags, Instant at) {
    byte[] link = before;
    for (int i = 0; i < keys.size(); i++) {
      ByteBuffer entry = ByteBuffer.allocate(link.length + Long.BYTES + TAGS);
      entry.put(link).putLong(keys.get(i)).put(tags, i * TAGS, TAGS);
      link = mac.doFinal(entry.array());
    }
    ByteBuffer end = ByteBuffer.allocate(link.length + 3 * Long.BYTES);
    end.put(link).putLong(number).putLong(at.getEpochSecond()).putLong(at.getNano());
    mac.update(trail.getBytes(StandardCharsets.UTF_8));
    return mac.doFinal(end.array());
  }

  private byte[] tag(String text) {
    return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), TAG);
  }
}
