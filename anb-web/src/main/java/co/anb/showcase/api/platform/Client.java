package co.anb.showcase.api.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/** The machine that a request comes from, and what it says of itself. */
@RequestScoped
public class Client {

  @Inject private HttpServletRequest request;
  @Inject private TrustedProxies proxies;

  /** Its address in text form, also behind proxies of ours. */
  public String address() {
    return proxies.client(
        request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  /** What it calls itself; empty if it does not say. */
  public String agent() {
    String agent = request.getHeader("User-Agent");
    return agent == null ? "" : agent;
  }

  /** The languages it asks for, as in the header Accept-Language; null if it does not say. */
  public String language() {
    return request.getHeader("Accept-Language");
  }
}
