package co.anb.showcase.service.account;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A session's id and 256 random bits. Only their SHA-256 is stored: of so many random bits a slow
 * hash would protect nothing more.
 */
record RefreshToken(UUID sessionId, String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{64}");

  /** A fresh one. */
  static RefreshToken of(UUID sessionId) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return of(sessionId, secret);
  }

  /**
   * The one that comes after this. It is always the same, so that a lost answer can be repeated
   * although no token is stored; without the servers' key nobody finds it.
   */
  RefreshToken next(SecretBox box) {
    return of(sessionId, box.successor(sessionId, text));
  }

  private static RefreshToken of(UUID sessionId, byte[] secret) {
    byte[] all =
        ByteBuffer.allocate(ID_BYTES + SECRET_BYTES)
            .putLong(sessionId.getMostSignificantBits())
            .putLong(sessionId.getLeastSignificantBits())
            .put(secret)
            .array();
    return new RefreshToken(sessionId, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
  }

  /** Reads what a client sent; empty if it can be none. */
  static Optional<RefreshToken> parse(String text) {
    if (text == null || !FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    ByteBuffer all = ByteBuffer.wrap(Arrays.copyOf(Base64.getUrlDecoder().decode(text), ID_BYTES));
    return Optional.of(new RefreshToken(new UUID(all.getLong(), all.getLong()), text));
  }

  /** What is stored of it. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(Base64.getUrlDecoder().decode(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "RefreshToken[" + sessionId + "]";
  }
}
