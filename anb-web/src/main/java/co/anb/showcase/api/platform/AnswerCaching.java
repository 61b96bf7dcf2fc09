package co.anb.showcase.api.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Nobody keeps a private answer: one that was asked for with a token, or outside the public part of
 * the interface. Resources that say something themselves, such as those of files, are left alone. A
 * public answer may tell what its reader has voted for, so it depends on the token.
 */
@Provider
public class AnswerCaching implements ContainerResponseFilter {

  private static final Pattern OPEN = Pattern.compile("public/.*|contest/?|cities/?");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean open = OPEN.matcher(request.getUriInfo().getPath()).matches();
    boolean token = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    if (isPrivate(open, token) && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (open) {
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }
  }

  /**
   * Whether an answer is for its reader only.
   *
   * @param open whether it is one that everybody may ask for
   * @param token whether the request told who asks
   */
  static boolean isPrivate(boolean open, boolean token) {
    return token || !open;
  }
}
