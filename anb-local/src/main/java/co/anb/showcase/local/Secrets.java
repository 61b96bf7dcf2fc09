package co.anb.showcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys, made at the first run and readable by their owner alone. */
final class Secrets {

  /** The name of the administrator's password. */
  static final String ADMIN = "admin";

  /** The administrator that a fresh stack has. */
  static final String ADMIN_EMAIL = "admin@anb.example";

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LENGTH = 24;
  private static final int KEY_BITS = 2048;

  private final Path directory;
  private final SecureRandom random = new SecureRandom();

  Secrets(Path directory) {
    this.directory = directory;
  }

  /** The password of that name; the same in every run. */
  String password(String name) {
    Path file = passwordFile(name);
    try {
      if (!Files.exists(file)) {
        var password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
          password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        write(file, password.toString());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the password of that name lies. */
  Path passwordFile(String name) {
    return directory.resolve(name + ".password");
  }

  /** Makes the pair that signs and checks tokens, unless it is there. */
  void ensureKeyPair() {
    if (Files.exists(privateKey()) && Files.exists(publicKey())) {
      return;
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS, random);
      KeyPair pair = generator.generateKeyPair();
      write(privateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      write(publicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path privateKey() {
    return directory.resolve("jwt-private.pem");
  }

  Path publicKey() {
    return directory.resolve("jwt-public.pem");
  }

  private static String pem(String type, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(type, body);
  }

  /** The permissions are there before the secret is, and a crash leaves no half file. */
  private static void write(Path file, String content) throws IOException {
    Path making =
        Files.createTempFile(
            file.getParent(),
            "making",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(making, content, StandardCharsets.US_ASCII);
    Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
