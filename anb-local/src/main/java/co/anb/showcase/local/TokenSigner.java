package co.anb.showcase.local;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Signs tokens as the web server does (RS256, RFC 7519), with the stack's own key: for tests and
 * benchmarks with more people than can sign up in a reasonable time.
 */
final class TokenSigner {

  private static final String ISSUER = "anb-showcase";
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

  private final PrivateKey key;

  /**
   * @param file the private key in PEM form
   */
  TokenSigner(Path file) {
    try {
      String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot read " + file, e);
    }
  }

  String sign(UUID accountId, String role, Instant issued, Duration life) {
    String payload =
        Json.createObjectBuilder()
            .add("iss", ISSUER)
            .add("sub", accountId.toString())
            .add("upn", accountId + "@anb.example")
            .add("groups", Json.createArrayBuilder().add(role))
            .add("jti", UUID.randomUUID().toString())
            .add("iat", issued.getEpochSecond())
            .add("exp", issued.plus(life).getEpochSecond())
            .build()
            .toString();
    String content = encode(HEADER) + "." + encode(payload);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign a token", e);
    }
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
