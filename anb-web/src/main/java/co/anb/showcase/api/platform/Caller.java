package co.anb.showcase.api.platform;

import co.anb.showcase.service.account.RevokedTokens;
import co.anb.showcase.service.account.Tokens;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the token says; nothing else in a request tells it. */
@RequestScoped
public class Caller {

  // Its principal is the token (MicroProfile JWT 2.1, 7.1); an injected one costs far more.
  @Inject private HttpServletRequest request;

  @Inject private RevokedTokens revoked;

  /** The account's id; empty without a token. */
  public Optional<UUID> find() {
    return token().map(JsonWebToken::getSubject).flatMap(Ids::parse);
  }

  /**
   * The account's id.
   *
   * @throws ProblemException UNAUTHORIZED without a token
   */
  public UUID id() {
    return find().orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHORIZED));
  }

  /** The session that the token belongs to; empty without one. */
  public Optional<UUID> session() {
    return claim(Tokens.SESSION).flatMap(Ids::parse);
  }

  /** Whether the token only lets its owner protect the account. */
  public boolean isRestricted() {
    return token().map(token -> token.getGroups().contains(Tokens.RESTRICTED)).orElse(false);
  }

  /** The account's version that the token was made for. */
  public int tokenVersion() {
    return claim(Tokens.VERSION).map(Integer::valueOf).orElse(0);
  }

  /**
   * Tells whether the token was revoked, also when the request is over.
   *
   * @throws ProblemException UNAUTHORIZED without a token
   */
  public BooleanSupplier revocation() {
    UUID account = id();
    UUID session = session().orElse(null);
    int version = tokenVersion();
    return () -> revoked.areVoid(account, session, version);
  }

  private Optional<String> claim(String name) {
    return token()
        .map(token -> token.<Object>getClaim(name))
        .map(value -> value instanceof JsonString text ? text.getString() : value.toString());
  }

  private Optional<JsonWebToken> token() {
    return Optional.ofNullable(request.getUserPrincipal())
        .filter(JsonWebToken.class::isInstance)
        .map(JsonWebToken.class::cast);
  }
}
