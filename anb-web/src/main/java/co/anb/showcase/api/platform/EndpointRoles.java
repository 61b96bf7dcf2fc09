package co.anb.showcase.api.platform;

import co.anb.showcase.service.account.Tokens;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Lets those call an endpoint whom its annotations name. An endpoint that names nobody is for
 * nobody. It needs {@link TokenFilter}, which says what a caller's roles are.
 */
@Provider
public class EndpointRoles implements DynamicFeature {

  @Override
  public void configure(ResourceInfo endpoint, FeatureContext filters) {
    Method method = endpoint.getResourceMethod();
    if (!method.isAnnotationPresent(PermitAll.class)) {
      // Before the server's own filter, whose refusal cannot say what the account lacks.
      filters.register(new RoleFilter(roles(endpoint)), Priorities.AUTHENTICATION + 2);
    }
  }

  private static List<String> roles(ResourceInfo endpoint) {
    RolesAllowed roles = endpoint.getResourceMethod().getAnnotation(RolesAllowed.class);
    if (roles == null) {
      roles = endpoint.getResourceClass().getAnnotation(RolesAllowed.class);
    }
    return roles == null ? List.of() : List.of(roles.value());
  }

  private record RoleFilter(List<String> roles) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      SecurityContext caller = request.getSecurityContext();
      if (caller.getUserPrincipal() == null) {
        throw new ProblemException(ProblemCode.UNAUTHORIZED);
      }
      if (roles.stream().noneMatch(caller::isUserInRole)) {
        throw new ProblemException(
            caller.isUserInRole(Tokens.RESTRICTED)
                ? ProblemCode.PROTECTION_REQUIRED
                : ProblemCode.FORBIDDEN);
      }
    }
  }
}
