package co.anb.showcase.api.platform;

import co.anb.showcase.service.account.RevokedTokens;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses a token that was good until it was revoked, also where none is needed. */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class RevokedTokenFilter implements ContainerRequestFilter {

  @Inject private Caller caller;
  @Inject private RevokedTokens revoked;

  @Override
  public void filter(ContainerRequestContext request) {
    caller
        .find()
        .filter(id -> revoked.areVoid(id, caller.session().orElse(null), caller.tokenVersion()))
        .ifPresent(
            id -> {
              throw new ProblemException(ProblemCode.UNAUTHORIZED);
            });
  }
}
