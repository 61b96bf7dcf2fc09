package co.anb.showcase.api.platform;

import co.anb.showcase.service.account.Tokens;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the token says; nothing else in a request tells it. */
@RequestScoped
public class Caller {

  @Inject private JsonWebToken token;

  /** The account's id; empty without a token. */
  public Optional<UUID> find() {
    return Optional.ofNullable(token.getSubject()).flatMap(Ids::parse);
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

  /** The account's version that the token was made for. */
  public int tokenVersion() {
    return claim(Tokens.VERSION).map(Integer::valueOf).orElse(0);
  }

  private Optional<String> claim(String name) {
    Object claim = token.getClaim(name);
    return Optional.ofNullable(claim)
        .map(value -> value instanceof JsonString text ? text.getString() : value.toString());
  }
}
