package co.anb.showcase.api.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The machine that a request comes from. */
@RequestScoped
public class Client {

  @Inject private HttpServletRequest request;

  /** Its address in text form. */
  public String address() {
    return request.getRemoteAddr();
  }

  /** What it calls itself; empty if it does not say. */
  public String agent() {
    String agent = request.getHeader("User-Agent");
    return agent == null ? "" : agent;
  }
}
