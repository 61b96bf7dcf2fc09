package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.security.Principal;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class EndpointRolesTest {

  private final FeatureContext filters = mock(FeatureContext.class);

  /** Endpoints. */
  @RolesAllowed("ADMIN")
  static class Guarded {

    @PermitAll
    public void everybody() {}

    @RolesAllowed({"PLAYER", "JUROR"})
    public void some() {}

    public void asTheClassSays() {}
  }

  /** An endpoint whose maker forgot something. */
  static class Forgotten {

    public void nobody() {}
  }

  @Test
  void lookWhoCalls() throws Exception {
    ContainerRequestFilter filter = filter(Guarded.class, "some");
    assertThatThrownBy(() -> filter.filter(call(null))).matches(is(ProblemCode.UNAUTHORIZED));
    assertThatThrownBy(() -> filter.filter(call("ADMIN"))).matches(is(ProblemCode.FORBIDDEN));
    assertThatCode(() -> filter.filter(call("JUROR"))).doesNotThrowAnyException();
  }

  @Test
  void classesSayItForTheirMethods() throws Exception {
    ContainerRequestFilter filter = filter(Guarded.class, "asTheClassSays");
    assertThatThrownBy(() -> filter.filter(call("PLAYER"))).matches(is(ProblemCode.FORBIDDEN));
    assertThatCode(() -> filter.filter(call("ADMIN"))).doesNotThrowAnyException();
  }

  @Test
  void anEndpointThatNamesNobodyIsForNobody() throws Exception {
    ContainerRequestFilter filter = filter(Forgotten.class, "nobody");
    assertThatThrownBy(() -> filter.filter(call("ADMIN"))).matches(is(ProblemCode.FORBIDDEN));
    assertThatThrownBy(() -> filter.filter(call(null))).matches(is(ProblemCode.UNAUTHORIZED));
  }

  @Test
  void nothingIsAskedWhereAllMayCall() throws NoSuchMethodException {
    new EndpointRoles().configure(endpoint(Guarded.class, "everybody"), filters);
    verifyNoInteractions(filters);
  }

  private ContainerRequestFilter filter(Class<?> type, String method) throws NoSuchMethodException {
    new EndpointRoles().configure(endpoint(type, method), filters);
    var registered = ArgumentCaptor.forClass(Object.class);
    verify(filters).register(registered.capture(), anyInt());
    return (ContainerRequestFilter) registered.getValue();
  }

  private static ResourceInfo endpoint(Class<?> type, String method) throws NoSuchMethodException {
    ResourceInfo endpoint = mock(ResourceInfo.class);
    when(endpoint.getResourceMethod()).thenReturn(type.getDeclaredMethod(method));
    when(endpoint.getResourceClass()).thenAnswer(asked -> type);
    return endpoint;
  }

  private static ContainerRequestContext call(String role) throws IOException {
    SecurityContext caller = mock(SecurityContext.class);
    if (role != null) {
      when(caller.getUserPrincipal()).thenReturn(mock(Principal.class));
      when(caller.isUserInRole(any())).thenAnswer(asked -> role.equals(asked.getArgument(0)));
    }
    ContainerRequestContext request = mock(ContainerRequestContext.class);
    when(request.getSecurityContext()).thenReturn(caller);
    return request;
  }

  private static Predicate<Throwable> is(ProblemCode code) {
    return thrown -> thrown instanceof ProblemException refusal && refusal.code() == code;
  }
}
