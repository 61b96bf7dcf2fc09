package co.anb.showcase.api.upload;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Lets clients of tus that can send nothing but POST name the method they mean, as tus 1.0.0 asks.
 * It changes nothing about who may do what: that is decided afterwards.
 */
@Provider
@PreMatching
public class MethodOverride implements ContainerRequestFilter {

  private static final String HEADER = "X-HTTP-Method-Override";
  private static final Set<String> METHODS =
      Set.of(HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.HEAD);

  @Override
  public void filter(ContainerRequestContext request) {
    String meant = request.getHeaderString(HEADER);
    if (meant != null
        && METHODS.contains(meant)
        && request.getMethod().equals(HttpMethod.POST)
        && request.getUriInfo().getPath().startsWith("uploads/")) {
      request.setMethod(meant);
    }
  }
}
