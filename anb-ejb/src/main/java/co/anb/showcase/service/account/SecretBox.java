package co.anb.showcase.service.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts small secrets of accounts (AES-256-GCM), hashes recovery codes and networks, and derives
 * refresh tokens (HMAC-SHA-256). Each use has a key of its own, derived from the server's secret,
 * so that what hashes addresses can neither read the one nor forge the other.
 */
@ApplicationScoped
public class SecretBox {

  private static final String HMAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private SecretKeySpec encryption;
  private SecretKeySpec hashing;
  private SecretKeySpec succession;
  private SecretKeySpec networks;

  /** For the container's proxy. */
  protected SecretBox() {}

  /**
   * @param secret of the servers; with another one nothing can be read that was encrypted before
   */
  @Inject
  public SecretBox(@ConfigProperty(name = "anb.audit.key") String secret) {
    encryption = new SecretKeySpec(derived(secret, "account secret"), "AES");
    hashing = new SecretKeySpec(derived(secret, "recovery code"), HMAC);
    succession = new SecretKeySpec(derived(secret, "refresh token"), HMAC);
    networks = new SecretKeySpec(derived(secret, "session network"), HMAC);
  }

  private static byte[] derived(String secret, String use) {
    return mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC), use);
  }

  /** Encrypts it for one account: nonce, then ciphertext and tag. */
  public byte[] seal(UUID owner, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(plain);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + CIPHER, e);
    }
  }

  /**
   * Decrypts what was sealed for this account.
   *
   * @throws IllegalStateException if it was sealed with another key or for another account, or was
   *     changed
   */
  public byte[] open(UUID owner, byte[] sealed) {
    try {
      return cipher(Cipher.DECRYPT_MODE, owner, Arrays.copyOf(sealed, NONCE_BYTES))
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException("An account's secret was sealed with another key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + CIPHER, e);
    }
  }

  /** What is stored of an account's recovery code. */
  public byte[] hash(UUID owner, String code) {
    return mac(hashing, owner + "\0" + code);
  }

  /** The 32 secret bytes of the refresh token that comes after this one. */
  public byte[] successor(UUID session, String token) {
    return mac(succession, session + "\0" + token);
  }

  /** What is stored of the network that a session was continued from. */
  public byte[] network(UUID session, String network) {
    return mac(networks, session + "\0" + network);
  }

  private Cipher cipher(int mode, UUID owner, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
    // A row that is copied to another account opens nothing.
    cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + HMAC, e);
    }
  }
}
