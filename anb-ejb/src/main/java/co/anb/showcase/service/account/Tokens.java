package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Signs access tokens as MicroProfile JWT reads them: RS256, the account's id as subject. Session
 * and version are what a token can be revoked by.
 */
@ApplicationScoped
public class Tokens {

  /** How long a token is good. */
  public static final Duration LIFE = Duration.ofHours(1);

  /** The claim with the session's id. */
  public static final String SESSION = "sid";

  /** The claim with the account's token version. */
  public static final String VERSION = "ver";

  /**
   * The only group of a token whose account is not protected well enough for its role: it lets its
   * owner mend that and nothing else.
   */
  public static final String RESTRICTED = "RESTRICTED";

  private Clock clock;
  private String issuer;
  private PrivateKey key;

  /** For the container's proxy. */
  protected Tokens() {}

  /**
   * @param keyFile PEM file with the private key in PKCS #8 form
   */
  @Inject
  public Tokens(
      Clock clock,
      @ConfigProperty(name = "anb.jwt.issuer", defaultValue = "anb-showcase") String issuer,
      @ConfigProperty(name = "anb.jwt.private-key-file") String keyFile) {
    this.clock = clock;
    this.issuer = issuer;
    this.key = read(Path.of(keyFile));
  }

  /**
   * A signed token for a session of the account.
   *
   * @param restricted whether it is of the group {@link #RESTRICTED} in place of the role's
   */
  public String issue(Account account, UUID sessionId, boolean restricted) {
    Instant now = clock.instant();
    var claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setSubject(account.id().toString());
    claims.setClaim("upn", account.email());
    claims.setStringListClaim("groups", List.of(restricted ? RESTRICTED : account.role().name()));
    claims.setClaim(SESSION, sessionId.toString());
    claims.setClaim(VERSION, account.tokenVersion());
    claims.setJwtId(UuidCreator.getTimeOrderedEpoch().toString());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setHeader("typ", "JWT");
    signature.setKey(key);
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("Cannot sign a token", e);
    }
  }

  private static PrivateKey read(Path file) {
    try {
      String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the key of anb.jwt.private-key-file", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "The file of anb.jwt.private-key-file is no PKCS #8 RSA key in PEM form", e);
    }
  }
}
